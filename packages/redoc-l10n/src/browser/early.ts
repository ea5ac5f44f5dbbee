/** Runs before the first paint: applies the chosen theme, and lets the browser paint the first screen before the rest is laid out. */
const root = document.documentElement;
root.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'dark' || theme === 'light') root.classList.add(theme);
} catch {
  // Storage may be forbidden; the system's theme then applies.
}

const show = () => {
  if (root.classList.contains('whole')) return;
  root.classList.add('whole');
  root.dispatchEvent(new Event('whole'));
};
// Until then, `first-paint.css` leaves out what is below. To scroll there, the page must be whole from the start.
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
