import { Button, Group, Stack, Title } from "@mantine/core";
import { X } from "lucide-react";
import { Link, useLocation } from "wouter";

import { fieldErrors } from "@/api/problem";
import { Card } from "@/components/Card";
import { focusFirstError } from "@/components/editing/focus-first-error";
import { useDraftForm } from "@/components/editing/use-draft-form";
import { ErrorNotice } from "@/components/ErrorNotice";
import { Logo } from "@/components/Logo";
import { BusinessFields } from "@/components/profile/BusinessFields";
import type { ProfileFields } from "@/components/profile/ProfileFields";
import { Step } from "@/components/steps/Step";
import { StepActions } from "@/components/steps/StepActions";
import { StepList } from "@/components/steps/StepList";
import { TimezoneSelect } from "@/components/TimezoneSelect";

import { useMakeBusiness } from "./api/make-business";
import classes from "./NewBusiness.module.css";
import { TimeThere } from "./TimeThere";
import { atFields, blank, businessOf, check, type Values } from "./values";

/** The first step of the set-up. Once it is done the business is there, and the set-up goes on in its console. */
export function NewBusiness() {
  return (
    <main className={classes.main}>
      <Group justify="space-between" mb="xl" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <Logo size={32} />
          <Title order={1} size="h4">
            A new business
          </Title>
        </Group>
        <Button
          component={Link}
          href="/"
          variant="subtle"
          color="gray"
          flex="none"
          px="xs"
          leftSection={<X size={16} aria-hidden />}
        >
          Not now
        </Button>
      </Group>
      <Stack gap={36}>
        <StepList current="business" />
        <Step
          title="Your business"
          about="The assistant tells this to customers who ask. Only the name is needed now; everything can be changed later."
        >
          <Fields />
        </Step>
      </Stack>
    </main>
  );
}

function Fields() {
  const [, navigate] = useLocation();
  const { form, empty } = useDraftForm<Values>({ name: "new-business", initial: blank(), check });
  const make = useMakeBusiness({
    onDone: ({ userId }) => {
      empty();
      navigate(`/${userId}/set-up?step=hours`, { replace: true });
    },
  });
  const { onChange, ...timezone } = form.getInputProps("timezone");

  async function submit() {
    if (form.validate().hasErrors) return focusFirstError();
    await make.runAndWait(businessOf(form.values)).catch((error: unknown) => {
      form.setErrors(atFields(fieldErrors(error)));
      focusFirstError();
    });
  }
  return (
    <form noValidate onSubmit={(event) => (event.preventDefault(), void submit())}>
      <Stack gap="lg">
        <ErrorNotice title="The business was not made" error={make.error} />
        <Card>
          <BusinessFields form={form as ProfileFields}>
            <TimezoneSelect
              description={<TimeThere timezone={form.values.timezone} />}
              {...timezone}
              onChange={(zone) => onChange(zone)}
            />
          </BusinessFields>
        </Card>
        <StepActions isRunning={make.isRunning} />
      </Stack>
    </form>
  );
}
