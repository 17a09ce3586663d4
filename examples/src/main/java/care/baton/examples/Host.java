package care.baton.examples;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Refusal;
import care.baton.outcome.Sentences;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.InNote;
import care.baton.record.InPlan;
import care.baton.record.OnContact;
import care.baton.record.OnDisclosure;
import care.baton.record.OnRisk;
import care.baton.record.OnSharing;
import care.baton.record.RecordCommand;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import care.baton.time.Stamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A host in memory: it keeps one record and a clock that stands until it is moved, asks, and prints what came of it. */
public final class Host {

    private final Rulebook rules;
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
    private Instant now;
    private int commands;

    /**
     * A host with an empty record.
     *
     * @param rules the definitions and the calendar
     * @param now where its clock stands
     */
    public Host(Rulebook rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /**
     * The record as it stands.
     *
     * @return the record
     */
    public CoordinationRecord record() {
        return record;
    }

    /**
     * Where the clock stands.
     *
     * @return the instant
     */
    public Instant now() {
        return now;
    }

    /**
     * By what the record runs.
     *
     * @return the rules
     */
    public Rulebook rules() {
        return rules;
    }

    /**
     * Moves the clock.
     *
     * @param later where it stands then
     */
    public void until(Instant later) {
        now = later;
    }

    // <asks>
    /**
     * Asks, and prints what came of it.
     *
     * @param by who asks
     * @param command what is asked
     */
    public void asks(Holder by, RecordCommand command) {
        Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act(by), salt(), rules);
        String asked = name(command);
        for (Refusal refusal : outcome.refusals()) {
            System.out.println(asked + ": " + Sentences.english().of(refusal));
        }
        if (outcome.refusals().isEmpty()) {
            record = outcome.orThrow().state();
            System.out.println(asked + ": done");
        }
    }
    // </asks>

    /**
     * Who acts, with a name of its own for each command.
     *
     * @param by who
     * @return the act, now
     */
    public Act act(Holder by) {
        commands++;
        return Act.of(CommandId.of("command-" + commands), by, Stamp.at(now));
    }

    /** A host takes fresh random bytes for each command; this one prints the same each time. */
    private Salt salt() {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) commands;
        return Salt.of(bytes);
    }

    private static String name(RecordCommand command) {
        return asked(command).getClass().getSimpleName();
    }

    private static Object asked(RecordCommand command) {
        if (command instanceof InHandoff c) {
            return c.command();
        }
        if (command instanceof InNote c) {
            return c.command();
        }
        if (command instanceof OnContact c) {
            return c.command();
        }
        if (command instanceof InPlan c) {
            return c.command();
        }
        if (command instanceof OnRisk c) {
            return c.command();
        }
        if (command instanceof OnSharing c) {
            return c.command();
        }
        return command instanceof OnDisclosure c ? c.command() : command;
    }

    /**
     * A seat with somebody in it.
     *
     * @param organization the organization
     * @param role the role
     * @return the seat, and one person by name
     */
    public static Holder seat(String organization, String role) {
        return Holder.of(OrganizationId.of(organization), Code.of(role), PersonId.of("p-" + role));
    }

    /**
     * Open on weekdays from eight to five.
     *
     * @return the calendar
     */
    public static ServiceCalendar calendar() {
        return ServiceCalendar.builder()
                .zone(ZoneId.of("Europe/Istanbul"))
                .opens(LocalTime.of(8, 0))
                .closes(LocalTime.of(17, 0))
                .addWorkingDays(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)
                .addWorkingDays(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                .build();
    }
}
