import { Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";

import classes from "./Step.module.css";

interface Props {
  title: string;
  about: ReactNode;
  children: ReactNode;
}

/** One step of the way. As it comes up, a screen reader and the Tab key begin at its heading. */
export function Step({ title, about, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack component="section" gap="lg" aria-label={title}>
      <div>
        <Title order={2} size="h3" ref={heading} tabIndex={-1} className={classes.heading ?? ""}>
          {title}
        </Title>
        <Text c="dimmed" mt={4}>
          {about}
        </Text>
      </div>
      {children}
    </Stack>
  );
}
