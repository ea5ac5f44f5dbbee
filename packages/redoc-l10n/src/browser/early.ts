/** Runs before anything is painted: applies the chosen theme. */
const root = document.documentElement;
root.classList.add('js');
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'dark' || theme === 'light') root.classList.add(theme);
} catch {
  // Storage may be forbidden; the system's theme then applies.
}
