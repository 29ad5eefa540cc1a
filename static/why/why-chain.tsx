import type { ReactNode } from 'react';
import type { Why } from '../../src/contract/clock';
import { placeOf, PLACE_NAMES, type LinkTo, type WhyPlace } from './why-places';
import { ruleWords, type WhyTimes } from './why-words';

/** The rules in the order in which they are asked; the one that decides is the last. */
export function WhyChain({ why, times, linkTo }: { why: Why; times: WhyTimes; linkTo: LinkTo }) {
  const { t } = times.texts;
  const link = (place: WhyPlace | null): ReactNode => place && linkTo(place, t(PLACE_NAMES[place]));
  return (
    <section className="why-part">
      <h3>{t('why.chain')}</h3>
      <ol className="why-chain">
        {why.state !== 'disabled' && (
          <Link decides={false} link={link('chat')}>
            {t('why.enabled')}
          </Link>
        )}
        {why.rules.map((rule) => (
          <Link key={rule.kind} decides={rule.decides} link={link(placeOf(rule))}>
            {ruleWords(times, rule)}
            {rule.decides && <span className="why-decides">{t('why.decides')}</span>}
          </Link>
        ))}
      </ol>
    </section>
  );
}

/** One of the chain. */
function Link({ decides, link, children }: { decides: boolean; link: ReactNode; children: ReactNode }) {
  return (
    <li className={decides ? 'why-rule why-rule-decides' : 'why-rule'}>
      <span className="why-mark" aria-hidden="true" />
      <span className="why-rule-words">{children}</span>
      {link !== null && link !== false && <span className="why-link fd-small">{link}</span>}
    </li>
  );
}
