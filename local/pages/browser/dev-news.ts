import type { DevNews } from '../../dev-session';

/** A new build is loaded; why there is none is written over the page, which goes on with the old. */
export function showDevNews(news: DevNews): void {
  if (news.kind === 'reload') {
    location.reload();
    return;
  }
  document.querySelector('.build-problem')?.remove();
  const problem = document.createElement('pre');
  problem.className = 'build-problem';
  problem.setAttribute('role', 'alert');
  problem.textContent = news.text;
  document.body.prepend(problem);
}
