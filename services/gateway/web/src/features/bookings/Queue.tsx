import { Box, Button, Group, Text } from "@mantine/core";
import { BellRing } from "lucide-react";

import { ErrorNotice } from "@/components/ErrorNotice";

import { useCallNext } from "./api/call-next";
import classes from "./Queue.module.css";
import { nameOf } from "./statuses";

/** The day's numbers: call the next one, who was being served is done. */
export function Queue({ day }: { day: string }) {
  return <QueueOfDay key={day} day={day} />;
}

function QueueOfDay({ day }: { day: string }) {
  const next = useCallNext();
  const called = next.answer?.booking;
  return (
    <Box mb="lg">
      <Group justify="space-between" className={classes.queue ?? ""}>
        <div role="status">
          {called ? (
            <>
              <Text size="sm" c="dimmed">
                Called
              </Text>
              <Text fw={640} size="xl">
                Number {called.tokenNumber}: {nameOf(called)}
              </Text>
            </>
          ) : (
            <Text>Call the next number as somebody leaves. Who was being served is then done.</Text>
          )}
        </div>
        <Button
          leftSection={<BellRing size={18} aria-hidden />}
          loading={next.isRunning}
          onClick={() => next.run(day)}
        >
          Next
        </Button>
      </Group>
      <Box mt="sm">
        <ErrorNotice title="Nobody was called" error={next.error} onClose={next.reset} />
      </Box>
    </Box>
  );
}
