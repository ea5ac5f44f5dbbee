/** Runs before the first paint: applies the chosen theme, and marks that scripts run. */
const root = document.documentElement;
root.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'dark' || theme === 'light') root.classList.add(theme);
} catch {
  // Storage may be forbidden; the system's theme then applies.
}
