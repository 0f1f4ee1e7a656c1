// Pages that hold displays: a frame of one of them says how high its content is.
addEventListener("message", (event) => {
  const height = Number(event.data?.u42Height);
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(".u42-v1 > iframe")) {
    if (frame.contentWindow === event.source && height > 0) {
      frame.style.height = `${Math.min(Math.ceil(height), 4000)}px`;
    }
  }
});
