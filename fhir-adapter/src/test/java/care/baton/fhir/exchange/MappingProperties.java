package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.fhir.exchange.Face.Term;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Input;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import care.baton.trace.Requirement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MappingProperties {

    private static final int TRIPS = Integer.getInteger("baton.roundtrips", 8_000);
    private static final String LETTERS = "abc \"\\\n\t<&>{}[]:,'/\u00e9\u00df\u4e2d\u0627";
    private static final Site SENDER = new Site(Two.senders(PartnerProfiles.sdohClinicalCare()), Two.START);

    private static Ask ask(long seed) {
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            inputs.add(new Input(Code.of("item-" + i + "-" + random.nextInt(9)), Sensitive.of(words(random))));
        }
        return new Ask(
                Code.of("home-care"),
                Two.PERSON,
                Priority.values()[random.nextInt(Priority.values().length)],
                random.nextBoolean() ? Sensitive.of("ServiceRequest/s" + random.nextInt(99)) : Sensitive.none(),
                random.nextBoolean() ? Sensitive.of(words(random)) : Sensitive.none(),
                inputs,
                random.nextBoolean()
                        ? Optional.of(Two.START
                                .plusSeconds(1 + random.nextInt(99_999_999))
                                .plusNanos(random.nextInt(1_000_000_000)))
                        : Optional.empty());
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static FhirJson task(Ask ask) {
        Site site = new Site(SENDER);
        assertThat(site.says(Offers.firm(Two.RECEIVER, ask), Two.START)).isEmpty();
        List<Request> requests = site.plans(Two.START);
        if (ask.focus().isNone()) {
            site.absorbs(new Shelf().perform(requests.get(0)), Two.START);
            requests = site.plans(Two.START);
        }
        Request.Create create = (Request.Create) requests.get(0);
        return FhirJson.read(create.body().text()).value().orElseThrow();
    }

    /** Where an offer points to nobody's request, its Task points to our own; and a Task has times in whole seconds. */
    private static Ask written(Ask ask) {
        return new Ask(
                ask.code(),
                ask.person(),
                ask.priority(),
                ask.focus().isNone() ? Sensitive.of("ServiceRequest/t1") : ask.focus(),
                ask.description(),
                ask.input(),
                ask.finishBy().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
    }

    private static Term term(Random random) {
        return new Term(
                new Condition(
                        Sensitive.of(words(random)),
                        Condition.Kind.values()[random.nextInt(2)],
                        Two.SENDER,
                        Two.START.plusSeconds(random.nextInt(99_999_999))),
                random.nextBoolean(),
                random.nextBoolean());
    }

    /** Each try by itself, on as many processors as there are; the same seeds every time. */
    private static void sideBySide(long first, int tries, LongConsumer each) {
        long[] seeds = new long[tries];
        SplittableRandom random = new SplittableRandom(first);
        Arrays.setAll(seeds, i -> random.nextLong());
        Arrays.stream(seeds).parallel().forEach(each);
    }

    /** What is asked, written as a Task and read again; -Dbaton.roundtrips says how often. */
    @Promise(15)
    @Example
    void whatIsAskedReadBackIsWhatWasAsked() {
        sideBySide(15, TRIPS, seed -> {
            Ask ask = ask(seed);
            FhirJson task = task(ask);

            assertThat(ReadAsk.of(ask.code(), ask.person(), task))
                    .as("seed " + seed)
                    .isEqualTo(written(ask));
            assertThat(ReadAsk.respondBy(task)).as("seed " + seed).isPresent();
        });
    }

    @Property
    void conditionsReadBackSayTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        Ask ask = ask(seed);
        List<Term> terms = List.of(term(random), term(random));
        Site site = new Site(SENDER);
        site.says(Offers.firm(Two.RECEIVER, ask), Two.START);
        Stance stance = Stance.of(site.talks().orElseThrow(), site.offer(), site.endpoint)
                .orElseThrow();
        FhirJson written = TaskEdit.of(
                        task(ask), Face.saying("x").proposing(terms), stance, "c", Optional.empty(), Two.START)
                .orElseThrow();

        List<SeenTerm> seen = SeenTask.of(written, Optional.empty()).terms();

        assertThat(seen).hasSize(2);
        for (int i = 0; i < 2; i++) {
            Condition condition = terms.get(i).condition();
            assertThat(terms.get(i).stands(seen.get(i))).isTrue();
            assertThat(seen.get(i).kind()).isEqualTo(condition.kind().name().toLowerCase(Locale.ROOT));
            assertThat(seen.get(i).due().map(Instant::parse)).hasValue(condition.due());
        }
        assertThat(OurMarks.asked(written, SENDER.endpoint)).isEqualTo(OurMarks.asked(task(ask), SENDER.endpoint));
    }

    /**
     * What somebody else put on the Task, known to us or not, is there after our write; but the status, its reason and
     * the business status say one thing each, in one voice: what they said before goes. While the status does not move,
     * the codes of the business status stay beside our words.
     */
    @Requirement("INT-04")
    @Promise(15)
    @Property
    void whatOthersAddedSurvivesOurWrite(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode tree = task(ask(seed)).tree();
        tree.withArray("/extension")
                .addObject()
                .put("url", "https://ehr.example/x")
                .put("valueString", words(random));
        tree.withArray("/note").addObject().put("text", words(random));
        tree.putObject("statusReason")
                .putArray("coding")
                .addObject()
                .put("system", "https://ehr.example/reasons")
                .put("code", "r" + random.nextInt(9));
        tree.withObject("/businessStatus")
                .putArray("coding")
                .addObject()
                .put("system", "https://ehr.example/status")
                .put("code", "b" + random.nextInt(9));
        for (String coded : List.of("reasonCode", "performerType")) {
            ObjectNode concept = coded.equals("reasonCode")
                    ? tree.putObject(coded)
                    : tree.withArray("/" + coded).addObject();
            concept.putArray("coding")
                    .addObject()
                    .put("system", "https://ehr.example/" + coded)
                    .put("code", "c" + random.nextInt(9));
        }
        tree.putObject("_status").put("id", "s1");
        tree.put("unknown" + random.nextInt(9), words(random));
        tree.putArray("contained").addObject().put("resourceType", "Basic").put("id", "b1");
        Site site = new Site(SENDER);
        site.says(Offers.firm(Two.RECEIVER, ask(seed)), Two.START);
        Stance stance = Stance.of(site.talks().orElseThrow(), site.offer(), site.endpoint)
                .orElseThrow();
        TaskStatus status = TaskStatus.values()[random.nextInt(12)];
        Face face = Face.of(status, "Said").because(Two.REASON).noting(List.of("ours"));

        ObjectNode after = TaskEdit.of(FhirJson.of(tree), face, stance, "c", Optional.empty(), Two.START)
                .orElseThrow()
                .tree();

        assertThat(after.path("status").asText()).isEqualTo(status.code());
        assertThat(after.path("extension").toString()).contains("https://ehr.example/x");
        assertThat(after.path("note").get(0)).isEqualTo(tree.path("note").get(0));
        assertThat(after.path("statusReason").findValuesAsText("system")).containsExactly(FhirSystems.REASONS);
        boolean moved = !after.path("status").equals(tree.path("status"));
        assertThat(after.path("businessStatus").path("text").asText()).isEqualTo("Said");
        assertThat(after.path("businessStatus").findValuesAsText("system"))
                .isEqualTo(moved ? List.of() : List.of("https://ehr.example/status"));
        for (String ours : List.of("status", "extension", "note", "statusReason", "businessStatus", "lastModified")) {
            after.remove(ours);
            tree.remove(ours);
        }
        assertThat(after).isEqualTo(tree);
        assertThat(after.has("modifierExtension")).isFalse();
    }

    /** Whatever an offer or a course is at, a reader who knows nothing of ours believes no more than is so. */
    @Example
    void aPlainReaderBelievesNoMoreThanIsSo() {
        Claims claims = new Claims();
        sideBySide(7, 800, seed -> {
            Schedule schedule = new Schedule(seed);
            schedule.claims = claims;
            schedule.walk(150);
        });

        assertThat(claims.cells)
                .contains(
                        "intake-manager Awaiting+Accept OFFERING",
                        "intake-manager Awaiting+Decline OFFERING",
                        "intake-manager Awaiting+RequestClarification OFFERING",
                        "intake-manager Awaiting+AcceptWithConditions OFFERING",
                        "intake-manager Proposed OFFERING",
                        "intake-manager Proposed+Accept OFFERING",
                        "intake-manager Proposed+Decline OFFERING",
                        "intake-manager Clarifying+Accept OFFERING",
                        "intake-manager Accepted STARTED",
                        "intake-manager Accepted DONE",
                        "intake-manager Accepted GIVING_BACK",
                        "case-manager Awaiting+withdrawing OFFERING");
    }

    @Requirement("INT-09")
    @Property
    void anOfferWithAlmostNothingOnItIsReadAndNothingIsInvented(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode tree = task(ask(seed)).tree();
        for (String name : List.of("description", "restriction", "input", "priority", "focus", "extension", "owner")) {
            if (random.nextBoolean()) {
                tree.remove(name);
            }
        }
        Ask read = ReadAsk.of(Code.of("home-care"), Two.PERSON, FhirJson.of(tree));

        assertThat(read.description().isNone()).isEqualTo(!tree.has("description"));
        assertThat(read.finishBy().isPresent()).isEqualTo(tree.has("restriction"));
        assertThat(read.input()).hasSize(tree.path("input").size());
        assertThat(read.focus().isNone()).isEqualTo(!tree.has("focus"));
        assertThat(ReadAsk.respondBy(FhirJson.of(tree)).isPresent())
                .isEqualTo(tree.path("extension").toString().contains(FhirSystems.RESPOND_BY));
    }
}
