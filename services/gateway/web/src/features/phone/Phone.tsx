import { ActionIcon, Anchor, Avatar, Text } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { Link } from "wouter";

import { QueryView } from "@/components/QueryView";
import { useOwner } from "@/session/owner";

import { usePhone } from "./api/read-phone";
import { useTapOnPhone } from "./api/tap-on-phone";
import { Chat } from "./Chat";
import { Keyboard } from "./Keyboard";
import classes from "./Phone.module.css";
import { fileIn } from "./picture";
import { type Player, playerName } from "./player";
import { usePicture } from "./use-picture";

interface Props {
  player: Player;
  /** Given where the phone is a screen of its own: the way back to the customers. */
  onClose: (() => void) | undefined;
}

/** A customer's phone, with the business open in it. */
export function Phone({ player, onClose }: Props) {
  const phone = usePhone(player.customer);
  const log = useRef<HTMLDivElement>(null);
  const toEnd = () => log.current?.scrollTo({ top: 0 });
  const tap = useTapOnPhone({ player, onDone: toEnd });
  const picture = usePicture();
  const drop = useDrop(picture.choose);
  const isTyping = phone.data?.first.typing === true && phone.data.items[0]?.outbound !== true;

  return (
    <section className={classes.place} aria-label={`The phone of ${playerName(player)}`} data-alone={onClose && true}>
      <div className={classes.phone} data-dropping={drop.isOver || undefined} {...drop.on}>
        {drop.isOver && <p className={classes.drop}>Let go to send this picture</p>}
        <Top player={player} isTyping={isTyping} onClose={onClose} />
        <div ref={log} className={classes.log} role="log" aria-label="Messages" tabIndex={0}>
          <div className={classes.inner}>
            <QueryView
              query={phone}
              empty={<p className={classes.hint}>Say hello, ask for a price, or ask when there is a place free.</p>}
              show={({ items }) => <Chat messages={items} list={phone} tap={tap} />}
            />
            {isTyping && (
              <div className={classes.typing} role="img" aria-label="The business is typing">
                <i />
                <i />
                <i />
              </div>
            )}
          </div>
        </div>
        <Keyboard player={player} picture={picture} tapError={tap.error} onForget={tap.reset} onSent={toEnd} />
      </div>
      <Text size="sm" c="dimmed" ta="center" className={classes.under ?? ""}>
        You are {playerName(player)}.{" "}
        <Anchor component={Link} href={`/conversations?find=${player.customer}`} size="sm" underline="always">
          See it as the business does
        </Anchor>
      </Text>
    </section>
  );
}

/** Files that are dragged over something, and dropped on it. */
function useDrop(take: (file: File | null) => void) {
  const [isOver, setOver] = useState(false);
  function over(event: DragEvent) {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  }
  function leave(event: DragEvent) {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(fileIn(event.dataTransfer));
  }
  return { isOver, on: { onDragOver: over, onDragLeave: leave, onDrop: drop } };
}

function Top({ player, isTyping, onClose }: Props & { isTyping: boolean }) {
  const { businessName } = useOwner();
  const heading = useRef<HTMLHeadingElement>(null);
  const isAlone = onClose !== undefined;
  useEffect(() => {
    if (isAlone) heading.current?.focus();
  }, [isAlone]);
  const Heading = isAlone ? "h1" : "h2";
  return (
    <header className={classes.top}>
      {onClose && (
        <ActionIcon aria-label="Back to all customers" onClick={onClose} variant="transparent" c="inherit">
          <ArrowLeft size={20} />
        </ActionIcon>
      )}
      <Avatar name={businessName} color="pine" variant="filled" size={36} aria-hidden />
      <div className={classes.who}>
        <Heading ref={heading} tabIndex={-1}>
          {businessName}
        </Heading>
        <p aria-live="polite">{isTyping ? "typing…" : isAlone ? `as ${playerName(player)}` : "business account"}</p>
      </div>
    </header>
  );
}
