// Takes down what goes wrong in a page, for browsers that don't tell their console to those who drive them.
window.watched = [];
addEventListener("error", ({ message, target }) => watched.push(message || `not loaded: ${target.src || target.href}`), true);
addEventListener("unhandledrejection", ({ reason }) => watched.push(String(reason)));
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => watched.push(`${violatedDirective}: ${blockedURI}`));
for (const level of ["warn", "error"]) {
  const told = console[level];
  console[level] = (...words) => {
    watched.push(words.join(" "));
    told.apply(console, words);
  };
}
