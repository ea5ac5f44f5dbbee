/** Runs at the end of the page: shows what `first-paint.css` leaves out as soon as the first screen is painted. */
const root = document.documentElement;
const show = () => {
  if (root.classList.contains('whole')) return;
  root.classList.add('whole');
  root.dispatchEvent(new Event('whole'));
};
// To scroll below the first screen, the page must be whole from the start.
const [navigation] = performance.getEntriesByType('navigation');
const isNew = navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
if (!isNew || (location.hash !== '' && location.hash !== root.dataset.top)) show();
else {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length > 0) show();
  }).observe({ type: 'paint', buffered: true });
  // A tab in the background is not painted.
  addEventListener('load', () => setTimeout(show, 1000));
}
