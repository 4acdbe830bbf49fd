import { Alert } from "@mantine/core";
import { CalendarCheck, CalendarX } from "lucide-react";

import { ErrorNotice } from "@/components/ErrorNotice";
import { count } from "@/components/words";

import { sentenceOf } from "./sentence";
import { useSettledPreview } from "./use-settled-preview";
import type { Values } from "./values";

/** What the hours come to as they are typed, in a sentence. */
export function ResultSentence({ values }: { values: Values }) {
  const { settled, isWrong, preview } = useSettledPreview(values);
  const outside = preview.data?.noLongerFitCount ?? 0;
  return (
    <div aria-live="polite" aria-busy={preview.isFetching}>
      {isWrong ? (
        <Alert color="gray">Put right what is marked, and what customers can book shows here.</Alert>
      ) : preview.data === undefined ? (
        <ErrorNotice
          title="What customers can book cannot be shown"
          error={preview.error}
          onRetry={() => void preview.refetch()}
        />
      ) : (
        <Alert
          color={outside ? "orange" : "pine"}
          icon={outside ? <CalendarX size={18} aria-hidden /> : <CalendarCheck size={18} aria-hidden />}
        >
          {sentenceOf(settled, preview.data)}
          {outside > 0 && ` ${count(outside, "booking")} would be outside of these hours; they stay booked.`}
        </Alert>
      )}
    </div>
  );
}
