// Keeps the page's own files on the device, so that it opens without a network. The list and its version are filled
// in when the page is built; a new version is fetched in the background and waits until the reader asks for it.
const VERSION = "{version}";
const FILES = ["{files}"];
const KEPT = `lectern-${VERSION}`;
const SHARED = "lectern-shared";

self.addEventListener("install", (event) => {
  // Past the browser's cache, which may hold files of another version under names without a hash.
  const fresh = FILES.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("lectern-") && name !== KEPT && name !== SHARED;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "renew") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.method === "POST" && url.pathname.endsWith("/shared")) event.respondWith(takeShared(event));
  else if (request.method === "GET") event.respondWith(fromKept(request, url));
});

async function fromKept(request, url) {
  const cache = await caches.open(KEPT);
  // The page itself at any query; the others without theirs, which tell a worker what to run or name a version.
  const wanted = request.mode === "navigate" ? "./" : url.origin + url.pathname;
  const kept = await cache.match(wanted);
  if (!kept) return fetch(request);
  // A worker takes its own address from the answer, if that has one: the kept file's has no query.
  return url.search === "" ? kept : new Response(kept.body, kept);
}

// What another app shares with the installed page: kept until the page takes it.
async function takeShared(event) {
  const form = await event.request.formData();
  const file = form.get("file");
  const words = ["title", "text", "url"].map((name) => form.get(name)).filter(Boolean).join("\n\n");
  const shared = file instanceof File && file.size > 0 ? file : words;
  const name = file instanceof File ? encodeURIComponent(file.name) : "";
  const cache = await caches.open(SHARED);
  await cache.put("./shared", new Response(shared, { headers: { "x-name": name } }));
  return Response.redirect("./#shared", 303);
}
