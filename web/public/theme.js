// Sets the chosen theme before the first paint; without a choice the system's holds. See data/theme.ts.
try {
  const theme = localStorage.getItem('tsunagi.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme holds.
}
