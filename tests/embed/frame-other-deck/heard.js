// What the frame tells, as messages and as the events that frame.js makes of them.
window.heard = [];
addEventListener("message", ({ data, source }) => source === document.querySelector("iframe").contentWindow && heard.push(data));
window.told = [];
addEventListener("kurabe-state", ({ detail }) => told.push(detail));
window.last = (type) => heard.filter((message) => message.type === type).at(-1);
window.say = (type, rest) => document.querySelector("iframe").contentWindow.postMessage({ kurabe: 1, type, ...rest }, "*");
