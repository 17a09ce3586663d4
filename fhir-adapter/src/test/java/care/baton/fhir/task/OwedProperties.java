package care.baton.fhir.task;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Made;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import care.baton.fhir.SharedCases;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.TaskStatus;
import care.baton.handoff.Kinds;
import care.baton.obligation.Key;
import care.baton.obligation.Standing;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.Task;

@Promise(15)
class OwedProperties {

    private static Key key(Random random) {
        return new Key(
                "h-" + random.nextInt(9) + "/" + Made.words(random),
                Made.code(random, "kind"),
                "offer-1/" + Made.words(random) + "%2F+ ",
                1 + random.nextInt(99));
    }

    private static Standing standing(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Standing.Discharged(Made.instant(random));
            case 1 -> new Standing.Released(Made.instant(random), Made.code(random, "reason"));
            case 2 -> new Standing.Replaced(Made.instant(random), key(random));
            default -> new Standing.Open();
        };
    }

    private static Owed owed(Random random) {
        Standing standing = standing(random);
        return new Owed(
                key(random),
                random.nextBoolean() ? Optional.of(key(random)) : Optional.empty(),
                PersonId.of(random.nextBoolean() ? "Patient/p1" : "p-1"),
                Made.holder(random),
                Made.holder(random),
                Made.instant(random),
                Made.instant(random),
                standing instanceof Standing.Open && random.nextBoolean(),
                standing);
    }

    @Example
    void whatIsOwedReadBackIsTheSame() {
        Made.trips(random -> {
            Owed owed = owed(random);

            FhirJson sent = FhirJson.read(owed.task().text()).value().orElseThrow();

            assertThat(Owed.read(sent)).isEqualTo(new Mapped.Complete<>(owed));
        });
    }

    /** Nobody has accepted or begun it because it is owed; and no reader takes it for an offer. */
    @Property
    void aPlainReaderBelievesNoMoreThanIsSo(@ForAll long seed) {
        Owed owed = owed(new Random(seed));
        ObjectNode plain = owed.task().tree();
        plain.remove("extension");
        TaskReading reading = TaskReader.read(
                plain.toString().getBytes(StandardCharsets.UTF_8),
                Limits.standard(),
                TaskContext.firstSeen(PartnerProfiles.plainR4()));

        TaskStatus status = reading.task().flatMap(SeenTask::status).orElseThrow();
        TaskStatus expected = owed.standing() instanceof Standing.Open
                ? TaskStatus.REQUESTED
                : owed.standing() instanceof Standing.Discharged ? TaskStatus.COMPLETED : TaskStatus.CANCELLED;
        assertThat(status).isEqualTo(expected);
        assertThat(reading).isInstanceOf(TaskReading.NotACareHandoff.class);
        assertThat(R4.parse(owed.task(), Task.class).issues()).isEmpty();
    }

    /** What misses a part, or says what we never write, is told and not guessed. */
    @Property
    void whatIsNotAsWeWriteItIsNoObligation(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode tree = owed(random).task().tree();
        String gone = List.of("identifier", "for", "owner", "requester", "authoredOn", "restriction", "code", "status")
                .get(random.nextInt(8));
        if (gone.equals("status") && random.nextBoolean()) {
            tree.put("status", List.of("accepted", "in-progress", "failed").get(random.nextInt(3)));
        } else {
            tree.remove(gone);
        }

        Mapped<Owed> read = Owed.read(FhirJson.of(tree));

        assertThat(read.value()).isEmpty();
        assertThat(read.issues()).anyMatch(issue -> issue.path().equals("Task." + gone));
    }

    @Example
    void anotherSystemsTaskIsNoObligationOfOurs() {
        for (Path file : SharedCases.of("Task")) {
            FhirJson.read(SharedCases.bytes(file), Limits.standard())
                    .value()
                    .ifPresent(task -> assertThat(Owed.read(task).value()).isEmpty());
        }
    }

    @Example
    void onlyWhatIsOwedBetweenTheTwoAndNotSaidByAnOfferIsSent() {
        OrganizationId own = OrganizationId.of("Organization/us");
        OrganizationId partner = OrganizationId.of("Organization/them");
        Holder us = Holder.of(own, Code.of("nurse"));
        Holder them = Holder.of(partner, Code.of("nurse"));

        assertThat(between(Kinds.FOLLOW_UP, us, them).isFor(own, partner)).isTrue();
        assertThat(between(Kinds.FOLLOW_UP, them, us).isFor(own, partner)).isTrue();
        assertThat(between(Kinds.FOLLOW_UP, us, us).isFor(own, partner)).isFalse();
        assertThat(between(Kinds.FOLLOW_UP, them, them).isFor(own, partner)).isFalse();
        assertThat(between(Kinds.RESPONSE, them, us).isFor(own, partner)).isFalse();
        assertThat(between(Kinds.AGREE, us, them).isFor(own, partner)).isFalse();
    }

    private static Owed between(Code kind, Holder holder, Holder owedTo) {
        Owed any = owed(new Random(1));
        return new Owed(
                Key.of("h", kind, "s"),
                Optional.empty(),
                any.person(),
                holder,
                owedTo,
                any.since(),
                any.due(),
                false,
                any.standing());
    }
}
