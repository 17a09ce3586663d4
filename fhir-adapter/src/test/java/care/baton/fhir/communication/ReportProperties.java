package care.baton.fhir.communication;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Made;
import care.baton.fhir.Mapped;
import care.baton.fhir.R4;
import care.baton.fhir.SharedCases;
import care.baton.handoff.Content;
import care.baton.handoff.Ipass;
import care.baton.handoff.Sbar;
import care.baton.party.HandoffId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hl7.fhir.r4.model.Communication;

@Promise(15)
class ReportProperties {

    private static Sensitive said(Random random) {
        return Sensitive.of(Made.words(random));
    }

    private static Content content(Random random) {
        return random.nextBoolean()
                ? new Sbar(
                        said(random), said(random), said(random), said(random), Made.maybe(random), Made.maybe(random))
                : new Ipass(
                        said(random),
                        said(random),
                        Stream.generate(() -> said(random))
                                .limit(1 + random.nextInt(4))
                                .toList(),
                        said(random));
    }

    private static Report report(Random random) {
        return new Report(
                HandoffId.of("h-" + random.nextInt(9) + "/offer-2-report"),
                1 + random.nextInt(9),
                PersonId.of(random.nextBoolean() ? "Patient/p1" : "p-1"),
                Made.holder(random),
                Made.holder(random),
                Made.instant(random),
                content(random));
    }

    @Example
    void aReportReadBackIsTheSame() {
        Made.trips(random -> {
            Report report = report(random);

            FhirJson sent = FhirJson.read(report.communication().text()).value().orElseThrow();

            assertThat(Report.read(sent)).isEqualTo(new Mapped.Complete<>(report));
        });
    }

    /** Who knows nothing of ours reads every word, in order; the Task of its offer points to it and to no other. */
    @Property
    void everyPartIsThereForAPlainReader(@ForAll long seed) {
        Report report = report(new Random(seed));
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.put("status", "requested").put("intent", "order");
        task.putArray("input").add(report.input());

        Communication read =
                R4.parse(report.communication(), Communication.class).value().orElseThrow();

        assertThat(read.getPayload())
                .extracting(payload -> payload.getContentStringType().getValue())
                .isEqualTo(Sections.of(report.content()).stream()
                        .map(section -> section.text().text().orElseThrow())
                        .toList());
        assertThat(R4.shape(report.communication())).isEmpty();
        assertThat(R4.shape(FhirJson.of(task))).isEmpty();
        assertThat(report.isOn(FhirJson.of(task))).isTrue();
        assertThat(report(new Random(seed + 1)).isOn(FhirJson.of(task)))
                .isEqualTo(report(new Random(seed + 1)).input().equals(report.input()));
    }

    /** A report without one of its parts is none, and says so. */
    @Property
    void aReportWithAPartMissingIsNamedNotGuessed(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode tree = report(random).communication().tree();
        String gone = List.of("identifier", "category", "subject", "sent", "sender", "recipient", "payload", "status")
                .get(random.nextInt(8));
        if (gone.equals("payload")) {
            tree.withArray("/payload").remove(0);
        } else {
            tree.remove(gone);
        }

        Mapped<Report> read = Report.read(FhirJson.of(tree));

        assertThat(read.value()).isEmpty();
        assertThat(read.issues()).anyMatch(issue -> issue.path().equals("Communication." + gone));
    }

    @Example
    void anotherSystemsMessageIsNoReportOfOurs() {
        for (Path file : SharedCases.of("Communication", "CommunicationRequest")) {
            FhirJson read = FhirJson.read(SharedCases.bytes(file), Limits.standard())
                    .value()
                    .orElseThrow();

            assertThat(Report.read(read).value()).isEmpty();
        }
    }
}
