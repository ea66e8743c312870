// The panel comes when it is asked for, so that no page grows with what the site declares.

const find = (page) => page.getElementById("cookie-panel");

// Parsed as a document by the browser: no string becomes markup here.
function load(address) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onloadend = () => done(request.response);
    request.send();
  });
}

// The one that is on the page; throws where it can't be had.
export async function panelOf(banner) {
  if (!find(document)) {
    const panel = find(await load(banner.dataset.panel));
    // Another click was faster.
    if (!find(document)) banner.after(document.adoptNode(panel));
  }
  return find(document);
}
