/** Uploads files one after the other, and keeps what was not taken until the person has seen it. */
import { useState } from "react";

import { wordsOf } from "@/api/problem";

import type { Taken } from "./api/list-documents";
import { useUploadDocument } from "./api/upload-document";
import { refusalOf } from "./refusal";

export interface Refused {
  name: string;
  words: string;
}

export function useUploads(takes: Taken) {
  const upload = useUploadDocument();
  const [waiting, setWaiting] = useState<string[]>([]);
  const [refused, setRefused] = useState<Refused[]>([]);

  function refuse(file: File, words: string) {
    setRefused((before) => [...before.filter((one) => one.name !== file.name), { name: file.name, words }]);
  }

  async function add(files: readonly File[]) {
    const checked = files.map((file) => ({ file, words: refusalOf(file, takes) }));
    setRefused([]);
    for (const { file, words } of checked) if (words !== null) refuse(file, words);
    const good = checked.filter(({ words }) => words === null).map(({ file }) => file);
    setWaiting((before) => [...before, ...good.map((file) => file.name)]);
    for (const file of good) {
      await upload.runAndWait(file).catch((error: unknown) => refuse(file, wordsOf(error)));
      setWaiting((before) => before.filter((name) => name !== file.name));
    }
  }

  return { add, waiting, refused, forget: () => setRefused([]) };
}
