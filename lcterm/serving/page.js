// What the terminal's own script leaves open: keys go to it at once, a page that lost its connection comes back by
// itself, a narrow page takes smaller letters, and a screen that is touched has the keys that its keyboard has not.
"use strict";
(() => {
  const COLUMNS = 60, SMALLEST = 9, CELL = 0.6;
  const TICK = 5000, UNANSWERED = 10000, LONGEST_WAIT = 15000;
  const LOST = 1006, ENDED = 1000;
  const body = document.body;
  const terminal = document.getElementById("terminal");
  let socket = null, asked = 0, over = false;

  // The same for a page that is loaded again in its tab: its old program leaves before the new one starts.
  const tab = kept("tab", () => Array.from(crypto.getRandomValues(new Uint8Array(8)),
    (byte) => byte.toString(16).padStart(2, "0")).join(""));

  function kept(name, usual) {
    try {
      const value = sessionStorage.getItem(name) || usual();
      sessionStorage.setItem(name, value);
      return value;
    } catch {
      return usual();
    }
  }

  function keep(name, value) {
    try { sessionStorage.setItem(name, value); } catch { /* a browser that keeps nothing tries again at once */ }
  }

  function send(text) {
    if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(["stdin", text]));
  }

  // --- the connection ---

  window.WebSocket = class extends window.WebSocket {
    constructor(address) {
      super(`${address}${address.includes("?") ? "&" : "?"}tab=${tab}`);
      socket = this;
      this.addEventListener("message", (event) => {
        asked = 0;
        if (typeof event.data === "string" && event.data.includes("alive")) event.stopImmediatePropagation();
      });
      this.addEventListener("open", () => setTimeout(() => { if (!over) keep("tries", "0"); }, TICK));
      this.addEventListener("close", (event) => end(event.code));
    }
  };

  function end(code) {
    if (over) return;
    over = true;
    const said = document.querySelector(`.closed [data-code="${code}"]`);
    (said || document.querySelector(`.closed [data-code="${ENDED}"]`)).classList.add("shown");
    body.classList.add("-over");
    if (code === LOST) comeBack();
  }

  function comeBack() {
    const tries = Number(kept("tries", () => "0"));
    keep("tries", String(tries + 1));
    const wait = Math.min(LONGEST_WAIT, tries ? 500 * 2 ** tries : 0);
    setTimeout(async () => {
      if (document.hidden) {
        document.addEventListener("visibilitychange", comeBack, { once: true });
        return;
      }
      try {
        await fetch(location.href, { cache: "no-store" });
        location.reload();
      } catch {
        comeBack();
      }
    }, wait);
  }

  // A laptop that slept, a tablet out of reach of its network: the socket may look open for a long time.
  setInterval(() => {
    if (over || !socket || socket.readyState !== WebSocket.OPEN) return;
    const now = Date.now();
    if (!asked) {
      asked = now;
      socket.send(JSON.stringify(["ping", "alive"]));
    } else if (now - asked > UNANSWERED) {
      end(LOST);
    }
  }, TICK);

  // --- keys ---

  const touched = matchMedia("(pointer: coarse)").matches;
  const typing = () => document.querySelector(".xterm-helper-textarea");

  function take() {
    const keys = typing();
    if (keys && !over && body.classList.contains("-loaded") && document.activeElement !== keys) keys.focus();
  }

  new MutationObserver(() => {
    if (touched && typing() && !typing().inputMode) typing().inputMode = "none";
    take();
  }).observe(body, { attributeFilter: ["class"] });
  window.addEventListener("focus", take);
  document.addEventListener("focusout", () => setTimeout(() => { if (document.hasFocus()) take(); }));

  // A key that comes before the terminal has the focus must not reload the page or search in it.
  window.addEventListener("keydown", (event) => {
    if (over) return;
    if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === "v") {
      event.stopPropagation();  // the browser's own: it pastes, and the terminal is handed the text
      return;
    }
    if (event.target === typing()) return;
    take();
    if (/^F\d+$/.test(event.key) || (event.ctrlKey && /^[fgopr]$/.test(event.key))) event.preventDefault();
  }, true);

  const letters = document.querySelector(".letters");
  letters.addEventListener("click", () => {
    const shown = typing().inputMode === "none";
    typing().inputMode = shown ? "text" : "none";
    letters.setAttribute("aria-pressed", String(shown));
    typing().blur();
    typing().focus();
  });
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.addEventListener("click", () => { send(button.dataset.keys); take(); });
  }
  document.querySelector(".keys").addEventListener("pointerdown", (event) => event.preventDefault());

  // --- room ---

  function fit() {
    const view = window.visualViewport;
    if (!view || view.scale > 1.01) return;
    const height = `${view.height}px`;
    if (document.documentElement.style.getPropertyValue("--height") === height) return;
    document.documentElement.style.setProperty("--height", height);
    window.dispatchEvent(new Event("resize"));
  }

  if (window.visualViewport && touched) window.visualViewport.addEventListener("resize", fit);
  if (!("chosen" in terminal.dataset)) {
    const fits = Math.floor(window.innerWidth / COLUMNS / CELL);
    terminal.dataset.fontSize = Math.max(SMALLEST, Math.min(Number(terminal.dataset.fontSize), fits));
  }
})();
