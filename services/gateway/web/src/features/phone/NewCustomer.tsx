import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";

import { digitsOf, nameProblem, nextPlayer, numberProblem, type Player } from "./player";

interface Props {
  opened: boolean;
  played: readonly Player[];
  onClose: () => void;
  onBegin: (player: Player) => void;
}

/** Makes up a customer. They stand in the list once they have written. */
export function NewCustomer({ opened, played, onClose, onBegin }: Props) {
  const form = useForm({
    initialValues: nextPlayer(played),
    validate: { name: nameProblem, customer: (number) => numberProblem(digitsOf(number)) },
  });

  function begin({ name, customer }: Player) {
    onClose();
    onBegin({ name: name.trim(), customer: digitsOf(customer) });
  }

  return (
    <Modal opened={opened} onClose={onClose} title="New customer" centered closeButtonProps={{ "aria-label": "Close" }}>
      <form onSubmit={form.onSubmit(begin)} noValidate>
        <Stack>
          <TextInput
            label="Name"
            description="As WhatsApp would show it to you."
            data-autofocus
            {...form.getInputProps("name")}
          />
          <TextInput
            label="Number"
            description="Any number that you do not play yet. Nothing is sent to it."
            inputMode="tel"
            {...form.getInputProps("customer")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Take this phone</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
