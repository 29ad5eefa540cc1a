import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Site } from '../site';
import { documentOf, type Html } from './document';
import { readForm } from './form-answer';
import { loginPage, signUpPage } from './portal-views';
import { isLicensed, visitors } from './visitor';

/** Logging in to the portal, and becoming a customer of it. */
export function createSignUpRoutes({ jira }: Pick<Site, 'jira'>): Hono {
  const routes = new Hono();

  /** Only pages of the portal: nobody is led elsewhere by a link to the log-in page. */
  const destinationOf = (c: Context): string => {
    const asked = c.req.query('destination') ?? '';
    return /^portal(\/[\w-]+)*$/.test(asked) ? asked : 'portal';
  };
  const page = (title: string, body: Html) =>
    documentOf({ title, styles: ['start.css', 'desk.css'], script: 'early-theme.js', body });

  routes.get('/portal/login', (c) => {
    const everybody = visitors(jira);
    const people = [...everybody.filter((one) => !isLicensed(one)), ...everybody.filter(isLicensed)];
    return c.html(page('Log in', loginPage(people, destinationOf(c))));
  });

  routes.get('/portal/sign-up', (c) =>
    c.html(page('Sign up', signUpPage(destinationOf(c), { name: '', email: '' }))),
  );

  routes.post('/portal/sign-up', async (c) => {
    const { name = '', email = '' } = await readForm(c);
    const values = { name: name.trim(), email: email.trim() };
    const problem = problemOf(values);
    if (problem !== null) return c.html(page('Sign up', signUpPage(destinationOf(c), values, problem)), 400);
    const { directory, touched } = jira.desk;
    const { seedName } = directory.addCustomer(values);
    touched();
    return c.redirect(`/as/${seedName}/${destinationOf(c)}`, 303);
  });

  function problemOf({ name, email }: { name: string; email: string }): string | null {
    if (name === '') return 'Enter your name.';
    if (!z.email().safeParse(email).success) return 'Enter an e-mail address, such as you@example.com.';
    const isTaken = jira.desk.directory.personByEmail(email) !== undefined;
    return isTaken ? 'There is an account with this e-mail already: log in instead.' : null;
  }

  return routes;
}
