// Runs first in each page and frame that the audit opens: reports what is written, at once, so
// that what is removed again counts too. It changes nothing of what the page gets.
(() => {
  const report = window.cookiePagesAudit;
  const tell = (kind, name) => {
    try {
      report({ kind, name: String(name).slice(0, 255), host: location.hostname });
    } catch {}
  };
  const before = (owner, name, work) => {
    const original = owner?.[name];
    if (typeof original !== "function") return;
    owner[name] = function (...given) {
      try {
        work.call(this, ...given);
      } catch {}
      return original.apply(this, given);
    };
  };
  const storage = (of) => {
    try {
      return window[of];
    } catch {
      return null;
    }
  };

  before(Storage.prototype, "setItem", function (key) {
    tell(this === storage("localStorage") ? "localStorage" : "sessionStorage", key);
  });
  before(IDBFactory.prototype, "open", (name) => tell("IndexedDB", name));
  before(window.CacheStorage?.prototype, "open", (name) => tell("Cache Storage", name));
  before(window.ServiceWorkerContainer?.prototype, "register", (url) => tell("service worker", url));
  before(window.CookieStore?.prototype, "set", (first, value) =>
    tell("cookie", `${first?.name ?? first}=${first?.value ?? value}`),
  );
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    configurable: true,
    enumerable: true,
    get,
    set(text) {
      tell("cookie", text);
      return set.call(this, text);
    },
  });
  const canvas = () => tell("fingerprint", "canvas");
  before(HTMLCanvasElement.prototype, "toDataURL", canvas);
  before(HTMLCanvasElement.prototype, "toBlob", canvas);
  before(window.CanvasRenderingContext2D?.prototype, "getImageData", canvas);
  before(window.OfflineAudioContext?.prototype, "startRendering", () => tell("fingerprint", "audio"));
})();
