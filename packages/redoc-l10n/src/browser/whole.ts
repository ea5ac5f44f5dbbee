/**
 * Lays out the rest of the page, which `first-paint.css` puts off, and then calls back: after the first paint, or at once when
 * the address names a place, so that the browser finds it where it stays.
 */
export function startWhole(then: () => void): void {
  const show = () => {
    document.documentElement.classList.add('whole');
    then();
  };
  if (location.hash === '') requestAnimationFrame(() => setTimeout(show));
  else show();
}
