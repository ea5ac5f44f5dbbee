/** Runs before the first paint: the theme that was chosen, and the mark that scripts run. */
const root = document.documentElement;
root.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'dark' || theme === 'light') root.classList.add(theme);
} catch {
  // Storage may be forbidden; then the system's theme holds.
}
