package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.ContentErased;
import care.baton.evidence.Described;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Unread;
import care.baton.evidence.Wire;
import care.baton.handoff.Handoff;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.Practice;
import care.baton.handoff.Recorded;
import care.baton.obligation.ObligationEvent;
import care.baton.obligation.Route;
import care.baton.outcome.Applied;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.Rulebook;
import care.baton.store.Cast;
import care.baton.store.Episodes;
import care.baton.store.Script;
import care.baton.time.SameDay;
import care.baton.time.Stamp;
import care.baton.trace.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    /** No command leads to these yet; {@link RecordJsonProperties} writes and reads them all the same. */
    private static final Set<Class<? extends Event>> NOT_LED_TO = Set.of(ObligationEvent.ObligationCarried.class);

    private record Said(Holder by, HandoffCommand command) {}

    private static final Pattern KIND = Pattern.compile("\"event\":\\{\"type\":\"([a-z0-9-]+)\"");
    private static final Json JSON = Json.ofRecords();
    private static final Rulebook RULES = Cast.rules();

    @Test
    void everyKindOfEventThatACommandLeadsToWasWrittenAndRead() {
        List<Entry> entries =
                Episodes.planned("record-1", RULES).record().ledger().entries().toList();
        String text = JSON.writeEntries(entries);
        Set<String> written = new TreeSet<>();
        for (Matcher found = KIND.matcher(text); found.find(); ) {
            written.add(found.group(1));
        }
        Set<String> read = new TreeSet<>();
        JSON.readEntries(text)
                .orThrow()
                .forEach(entry -> read.add(name(entry.event().getClass())));
        Set<String> known = new TreeSet<>();
        JSON.kinds().stream().map(Described::name).forEach(known::add);
        NOT_LED_TO.forEach(kind -> known.remove(name(kind)));

        assertThat(written).isEqualTo(known);
        assertThat(read).isEqualTo(known).contains(name(ContentErased.class));
    }

    @Test
    void whatALaterReleaseWroteBesideAnEventIsKeptAndAnUnknownKindIsRefused() {
        String text = JSON.writeEntries(
                Episodes.planned("record-1", RULES).record().ledger().entries().toList());
        String later = text.replaceFirst("\"type\":\"record-opened\",", "$0\"color\":\"blue\",");
        String other = text.replaceFirst("\"type\":\"record-opened\"", "\"type\":\"record-dreamt\"");

        List<Entry> read = JSON.readEntries(later).orThrow();
        assertThat(read.get(0).unread()).containsExactly(new Unread("event", "color", new Wire.Text("blue")));
        assertThat(JSON.writeEntries(read)).contains("\"color\":\"blue\"");
        assertThat(JSON.readEntries(other).refusals())
                .containsExactly(Refusal.of(Reason.EVENT_KIND_UNKNOWN, "entries/0/event/type"));
    }

    @Test
    void aHandoffWithoutARecordIsStoredAndTakenUpAgainWhereItStood() {
        HandoffId id = HandoffId.of("handoff-1");
        Handoff handoff = Handoff.of(id);
        List<Recorded> stored = new ArrayList<>();
        Instant now = Cast.START;
        for (Said line : handoffLines(id)) {
            now = now.plus(Duration.ofMinutes(5));
            Act act = Act.of(CommandId.of("command-" + now.getEpochSecond()), line.by(), Stamp.at(now));
            Handoff before = Handoff.replay(
                    id, JSON.readRecorded(JSON.writeRecorded(stored)).orThrow());
            Applied<Handoff, Recorded> done =
                    before.decide(line.command(), act, practice()).orThrow();
            stored.addAll(done.events());
            handoff = done.state();
        }

        assertThat(Handoff.replay(
                        id, JSON.readRecorded(JSON.writeRecorded(stored)).orThrow()))
                .isEqualTo(handoff);
        assertThat(stored).hasSizeGreaterThan(20);
    }

    @Test
    @Promise(29)
    void whatIsWrongWithTheEventsOfALoneHandoffIsToldWithItsPlace() {
        Recorded recorded = new Recorded(
                Act.of(CommandId.of("command-1"), Cast.MANAGER, Stamp.at(Cast.START)),
                Digest.of(new byte[] {1}),
                (Event) AnyRecord.of(JSON.kinds().get(0), new SplittableRandom(1)));
        String text = JSON.writeRecorded(List.of(recorded));

        assertThat(JSON.readRecorded(text.replace("\"asked\":\"", "\"asked\":\"canary"))
                        .refusals())
                .containsExactly(Refusal.of(Reason.VALUE_MALFORMED, "events/0/asked"));
        assertThat(JSON.readRecorded(text.replaceFirst("\\{", "{\"canary\":1,")).refusals())
                .containsExactly(Refusal.of(Reason.FIELD_UNKNOWN, "events/0"));
        assertThat(JSON.readRecorded(text.replaceFirst("\"type\":\"[a-z-]+\"", "\"type\":\"canary\""))
                        .refusals())
                .containsExactly(Refusal.of(Reason.EVENT_KIND_UNKNOWN, "events/0/event/type"));
        assertThat(JSON.readRecorded("[{},7]").refusals())
                .containsExactly(
                        Refusal.of(Reason.FIELD_MISSING, "events/0/act"),
                        Refusal.of(Reason.FIELD_MISSING, "events/0/asked"),
                        Refusal.of(Reason.FIELD_MISSING, "events/0/event"),
                        Refusal.of(Reason.VALUE_MALFORMED, "events/1"));
    }

    private static List<Said> handoffLines(HandoffId id) {
        return Script.lines(n -> Sensitive.of("words " + n)).stream()
                .filter(line ->
                        line.command() instanceof InHandoff in && in.handoff().equals(id))
                .map(line -> new Said(line.by(), ((InHandoff) line.command()).command()))
                .toList();
    }

    private static Practice practice() {
        Pathway pathway = RULES.pathways().get(0);
        return new Practice(
                pathway.handoff(), Route.reminder(new SameDay()), RULES.calendar(), Optional.empty(), List.of());
    }

    private static String name(Class<?> kind) {
        return Described.of(kind).name();
    }
}
