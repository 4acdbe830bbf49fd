import { FileText } from "lucide-react";
import { Link } from "wouter";

import type { Message } from "./api/list-messages";
import classes from "./MessageLog.module.css";

type Source = Message["sources"][number];

/** Where an answer comes from: each opens the passages of its document. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <ul className={classes.sources} aria-label="Where this comes from">
      {sources.map((source) => (
        <li key={`${source.sourceId} ${source.chunkId}`}>
          <Named source={source} />
        </li>
      ))}
    </ul>
  );
}

function Named({ source }: { source: Source }) {
  const { sourceId, name, heading, page } = source;
  const words = [name || "A document", heading, page && `page ${page}`].filter(Boolean).join(" · ");
  const shown = (
    <>
      <FileText size={12} aria-hidden />
      {words}
    </>
  );
  if (!sourceId) return <span className={classes.source}>{shown}</span>;
  return (
    <Link className={classes.source} href={`/documents?document=${encodeURIComponent(sourceId)}`}>
      {shown}
    </Link>
  );
}
