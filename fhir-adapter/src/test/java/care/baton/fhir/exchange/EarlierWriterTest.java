package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.HandoffEvent.DecisionOvertaken;
import care.baton.handoff.Input;
import care.baton.handoff.Kinds;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever we are about to write, in every state of a handoff and with every partner profile, somebody writes a moment
 * before, up to eight times in a row: a remark, something of their own, another status, owner or content, or without our
 * extensions. What we write then was decided over what they wrote, and keeps all of it that is not ours to say.
 * {@code -Dbaton.earlier=N} races at least N times, {@code -Dbaton.seed} others than these. {@code VersionRaceTest} races
 * over the real client.
 */
@Promise(10)
@Execution(ExecutionMode.CONCURRENT)
class EarlierWriterTest {

    private static final int RACES = Integer.getInteger("baton.earlier", 2_000);

    /** What a write of ours may change; of a list it only adds. */
    private static final Set<String> OURS =
            Set.of("status", "statusReason", "businessStatus", "lastModified", "meta", "extension", "note", "output");

    /** A write that is owed, at the moment before it is sent. */
    private record Moment(String name, TwoSites two, boolean receives) {}

    private static final List<Moment> MOMENTS =
            PartnerProfiles.all().stream().flatMap(EarlierWriterTest::moments).toList();

    private static Stream<Moment> moments(PartnerProfile profile) {
        TwoSites offered = new TwoSites(profile);
        offered.offer();
        TwoSites accepted = new TwoSites(offered);
        accepted.answer(new Answer.Accept());
        accepted.receiver.settles(accepted.server, accepted.now);
        accepted.bothRead();
        TwoSites started = new TwoSites(accepted);
        started.receiver.says(new StartAction(), started.now);
        started.receiver.settles(started.server, started.now);
        TwoSites back = new TwoSites(started);
        back.receiver.says(new GiveBack(Code.of("no-staff")), back.now);
        back.receiver.settles(back.server, back.now);
        back.sender.absorbs(back.server.page(), back.now);
        return Stream.of(
                owed("accept", offered, answer(offered, new Answer.Accept()), true),
                owed("decline", offered, answer(offered, new Answer.Decline(Two.REASON, Sensitive.none())), true),
                owed(
                        "ask",
                        offered,
                        answer(
                                offered,
                                new Answer.RequestClarification(List.of(
                                        new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none())))),
                        true),
                owed(
                        "propose",
                        offered,
                        answer(
                                offered,
                                new Answer.AcceptWithConditions(List.of(new Condition(
                                        Sensitive.of("A mattress"),
                                        Condition.Kind.LIMITATION,
                                        Two.SENDER,
                                        offered.now.plusSeconds(86_400))))),
                        true),
                owed("withdraw", offered, new WithdrawOffer(1, Code.of("found-another")), false),
                owed("start", accepted, new StartAction(), true),
                owed("done", started, new CompleteAction(List.of(new Input(Code.of("r"), Sensitive.of("ok")))), true),
                owed("give back", started, new GiveBack(Code.of("no-staff")), true),
                new Moment("taken back", back, false));
    }

    private static HandoffCommand answer(TwoSites two, Answer answer) {
        return new AnswerOffer(1, two.receiver.offer().asked(), answer);
    }

    private static Moment owed(String name, TwoSites before, HandoffCommand command, boolean receives) {
        TwoSites two = new TwoSites(before);
        Site site = receives ? two.receiver : two.sender;
        assertThat(site.says(command, two.now)).as(name).isEmpty();
        return new Moment(name, two, receives);
    }

    @Test
    void whatTheyWroteIsReadBeforeItIsDecidedAgainAndStands() {
        SplittableRandom seeds = new SplittableRandom(Long.getLong("baton.seed", 10));
        TreeMap<String, int[]> met = new TreeMap<>();
        int races = 0;
        while (races < RACES) {
            long seed = seeds.nextLong();
            Random random = new Random(seed);
            Moment moment = MOMENTS.get(random.nextInt(MOMENTS.size()));
            Race race = new Race(moment, random);
            try {
                race.runs();
            } catch (AssertionError wrong) {
                throw new AssertionError(
                        "race " + seed + ", " + moment.name() + ", "
                                + race.site.endpoint.profile().name() + ": " + wrong.getMessage(),
                        wrong);
            }
            races += race.races;
            int[] count = met.computeIfAbsent(moment.name(), n -> new int[2]);
            count[race.landed > 0 ? 0 : 1]++;
        }
        StringBuilder said = new StringBuilder();
        met.forEach((name, count) -> said.append(", " + name + " " + count[0] + " written, " + count[1] + " not"));
        System.out.println("earlier writers " + races + said);
        met.forEach((name, count) -> assertThat(count[0]).as(name).isPositive());
    }

    private static final class Race {
        final Site site;
        private final TwoSites two;
        private final Random random;
        private final boolean onlyRemarks;
        private int left;
        private int remarks;
        private int tries;
        int races;
        int landed;

        Race(Moment moment, Random random) {
            this.two = new TwoSites(moment.two());
            this.site = moment.receives() ? two.receiver : two.sender;
            this.random = random;
            this.left = random.nextInt(9);
            this.onlyRemarks = random.nextBoolean();
        }

        void runs() {
            for (int round = 0; round < 40; round++) {
                List<Request> requests = site.plans(two.now);
                if (requests.isEmpty()) {
                    isAtRest();
                    return;
                }
                requests.forEach(this::sends);
            }
            throw new AssertionError("it goes round and round");
        }

        private void sends(Request request) {
            boolean writes =
                    request instanceof Request.Update u && u.key().type().equals("Task");
            if (writes && left > 0) {
                left--;
                races++;
                writesEarlier();
            }
            ObjectNode before = two.task();
            Response response = two.server.perform(request);
            if (writes) {
                tries++;
                boolean stands = response instanceof Response.Stands;
                landed += stands ? 1 : 0;
                if (stands) {
                    keepsWhatIsTheirs(before, two.task());
                    followsFrom(before, two.task());
                }
            }
            site.absorbs(response, two.now);
        }

        private void writesEarlier() {
            int which = onlyRemarks ? 0 : random.nextInt(8);
            two.foreign(task -> {
                switch (which) {
                    case 1 ->
                        task.withArray("/extension")
                                .addObject()
                                .put("url", "http://partner.example/x")
                                .put("valueInteger", random.nextInt());
                    case 2 -> task.withArray("/identifier").addObject().put("value", "theirs-" + random.nextInt());
                    case 3 -> task.put("status", STATUSES.get(random.nextInt(STATUSES.size())));
                    case 4 -> task.putObject("owner").put("reference", "Organization/other");
                    case 5 -> task.put("description", "other " + random.nextInt());
                    case 6 -> task.remove("extension");
                    default -> task.withArray("/note").addObject().put("text", "remark " + ++remarks);
                }
            });
        }

        private void keepsWhatIsTheirs(ObjectNode before, ObjectNode after) {
            List<String> names = new ArrayList<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                boolean same =
                        before.path(name).toString().equals(after.path(name).toString());
                assertThat(same || OURS.contains(name))
                        .as("written over: " + name)
                        .isTrue();
            }
            for (String list : List.of("note", "output", "extension")) {
                List<String> kept = texts(after.path(list));
                assertThat(texts(before.path(list)))
                        .filteredOn(one -> !one.contains(FhirSystems.OURS))
                        .allMatch(kept::contains, "still in " + list);
            }
        }

        /** It was decided over what stands there: an end stays one, another's Task is not ours, nor is other content agreed to. */
        private void followsFrom(ObjectNode before, ObjectNode after) {
            String status = before.path("status").asText();
            boolean moves = !after.path("status").asText().equals(status);
            if (moves) {
                assertThat(List.of("rejected", "cancelled", "failed", "completed"))
                        .as("went on from an end")
                        .doesNotContain(status);
            }
            if (moves && site == two.receiver) {
                assertThat(before.path("owner").path("reference").asText())
                        .as("answered for another")
                        .isEqualTo(site.endpoint.ownReference());
            }
            if (moves && after.path("status").asText().equals("accepted")) {
                assertThat(before.path("description").asText())
                        .as("accepted with other content")
                        .isEqualTo("Twice a week");
            }
        }

        private static List<String> texts(JsonNode list) {
            List<String> texts = new ArrayList<>();
            list.forEach(one -> texts.add(one.toString()));
            return texts;
        }

        /** What was decided stands there, or a person is told why it does not; of both, nothing is left under way. */
        private void isAtRest() {
            assertThat(tries).as("tries").isLessThanOrEqualTo(AsReceiver.MOST + 1);
            boolean underWay = site.offer().intended().isPresent()
                    || site.offer().withdrawing().isPresent();
            boolean told = !site.issues.isEmpty()
                    || !site.refused.isEmpty()
                    || StreamSupport.stream(site.record.ledger().entries().spliterator(), false)
                            .anyMatch(e -> e.event() instanceof DecisionOvertaken)
                    || site.record.chart().obligations().open().stream()
                            .map(o -> o.key().kind())
                            .anyMatch(k -> k.equals(Kinds.LOOK_INTO) || k.equals(Kinds.CONFIRMATION));
            assertThat(!underWay || told)
                    .as("for ever under way, and nobody told")
                    .isTrue();
            assertThat(landed > 0 || told || races == 0)
                    .as("not written, and nobody told")
                    .isTrue();
        }
    }

    private static final List<String> STATUSES = List.of(
            "requested",
            "received",
            "accepted",
            "rejected",
            "cancelled",
            "in-progress",
            "on-hold",
            "failed",
            "completed");
}
