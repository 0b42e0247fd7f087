"use client";

import "compliance-gate/element";
import { useEffect, useRef } from "react";
import { send } from "../send.js";

/** The element as the server wrote it, and what your page does with its events. */
export function NextActionEvents({ html }) {
  const place = useRef(null);
  useEffect(() => {
    const { current } = place;
    const upload = (event) => event.waitUntil(send(event.detail.file, event.detail.documentType));
    current.addEventListener("upload", upload);
    return () => current.removeEventListener("upload", upload);
  }, []);
  // The browser turns the template inside into a shadow root, so React must not compare what it finds.
  return <div ref={place} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
