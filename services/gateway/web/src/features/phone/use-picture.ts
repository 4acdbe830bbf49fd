import { useEffect, useState } from "react";

import { pictureProblem } from "./picture";

interface Chosen {
  picture: File;
  /** Where the browser shows it from, before it is sent. */
  url: string;
}

/** The picture that is about to be sent. */
export function usePicture() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const url = chosen?.url;
  useEffect(() => {
    if (url) return () => URL.revokeObjectURL(url);
  }, [url]);

  return {
    chosen,
    /** Why the last one that was chosen cannot be sent. */
    problem,
    choose: (picture: File | null) => {
      if (picture === null) return;
      const wrong = pictureProblem(picture);
      setProblem(wrong);
      if (wrong === null) setChosen({ picture, url: URL.createObjectURL(picture) });
    },
    letGo: () => {
      setChosen(null);
      setProblem(null);
    },
  };
}
