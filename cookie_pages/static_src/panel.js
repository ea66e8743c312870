// The panel comes when it is asked for, so that no page grows with what the site declares.

const find = (page) => page.getElementById("cookie-panel");

// Parsed as a document by the browser: no string becomes markup here.
function load(address) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onload = () => done(find(request.response));
    request.onerror = failed;
    request.send();
  });
}

// The one that is on the page; asked for once.
export async function panelOf(banner) {
  const panel = find(document) || (await load(banner.dataset.panel));
  if (!find(document)) banner.after(document.adoptNode(panel));
  return find(document);
}
