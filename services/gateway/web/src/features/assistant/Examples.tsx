import { Button, Text, Title } from "@mantine/core";
import { Check, Plus } from "lucide-react";

import { EXAMPLES, type Example } from "./examples";
import classes from "./Examples.module.css";

interface Props {
  /** What is written so far. */
  text: string;
  onAdd: (example: Example) => void;
}

/** Instructions to be taken over with a click, then changed. */
export function Examples({ text, onAdd }: Props) {
  return (
    <section aria-labelledby="examples">
      <Title order={3} size="h5" mb={2} id="examples">
        Examples
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        Add what fits, then make it yours.
      </Text>
      <ul className={classes.list}>
        {EXAMPLES.map((example) => (
          <li key={example.name} className={classes.example}>
            <div className={classes.words}>
              <Text size="sm" fw={550}>
                {example.name}
              </Text>
              <Text size="sm" c="dimmed">
                {example.words}
              </Text>
            </div>
            <AddButton example={example} isThere={text.includes(example.words)} onAdd={onAdd} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddButton({ example, isThere, onAdd }: { example: Example; isThere: boolean; onAdd: Props["onAdd"] }) {
  const Icon = isThere ? Check : Plus;
  return (
    <Button
      flex="none"
      size="xs"
      variant={isThere ? "transparent" : "default"}
      color="gray"
      leftSection={<Icon size={14} aria-hidden />}
      // Not disabled, so that whoever pressed it by the keyboard stays where they are.
      aria-disabled={isThere}
      aria-label={`${isThere ? "Added" : "Add"}: ${example.name}`}
      onClick={() => !isThere && onAdd(example)}
    >
      {isThere ? "Added" : "Add"}
    </Button>
  );
}
