import { Alert, CloseButton } from "@mantine/core";
import { CircleAlert } from "lucide-react";

import classes from "./Keyboard.module.css";
import type { usePicture } from "./use-picture";

/** The picture that is about to be sent, to be looked at once more or taken out; or why there is none. */
export function ChosenPicture({ picture: { chosen, problem, letGo } }: { picture: ReturnType<typeof usePicture> }) {
  return (
    <>
      {problem && (
        <Alert color="red" role="alert" icon={<CircleAlert size={18} aria-hidden />} title="This cannot be sent">
          {problem}
        </Alert>
      )}
      {chosen && (
        <div className={classes.chosen}>
          <img src={chosen.url} alt="The picture to be sent" />
          <CloseButton aria-label="Take the picture out" onClick={letGo} className={classes.takeOut ?? ""} radius="xl" />
        </div>
      )}
    </>
  );
}
