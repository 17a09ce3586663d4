package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.catalog.Outline.Expires;
import care.baton.evidence.Entry;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.Pathway;
import care.baton.pathway.RoleDescription;
import care.baton.record.Keys;
import care.baton.record.ProofAudit;
import care.baton.record.RecordCommand.CloseRun;
import care.baton.record.RecordCommand.Fulfil;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the fields of a pathway with an outline hold, what falls due at their dates, and what an audit misses of them. */
abstract class OutlinedFields extends OutlinedGuide {

    OutlinedFields(Pathway pathway, Outline outline) {
        super(pathway, outline);
    }

    /** Of a run that closed as it must, the audit finds nothing; of the same list without one field, that field alone. */
    void isNamedByTheAudit(String field) {
        Scene scene = validated().does(part("closes"), new CloseRun(RUN));
        List<Entry> all = scene.record().ledger().entries().toList();
        assertThat(ProofAudit.of(all, List.of(pathway))).isEmpty();
        List<Entry> none = all.stream()
                .filter(e -> !(e.event() instanceof FactRecorded said
                        && said.field().value().equals(field)))
                .toList();
        assertThat(none).hasSizeLessThan(all.size());
        assertThat(ProofAudit.of(none, List.of(pathway))).singleElement().satisfies(found -> {
            assertThat(found.run()).isEqualTo(RUN);
            assertThat(found.lack().need().item().value()).isEqualTo(field);
            assertThat(found.lack().refusal().code()).isEqualTo(Reason.FIELD_MISSING);
            assertThat(found.entries()).hasSize(2);
        });
    }

    @Test
    void whatFallsDueAtTheDateOfAFieldIsOwedByThenAndAnewWhenTheDateChanges() {
        for (Expires expiry : outline.expiries()) {
            Scene scene = at(expiry.stage());
            assertThat(scene.lines(expiry.kind())).isEmpty();
            String owed =
                    expiry.kind() + " " + expiry.field() + ": " + expiry.role() + " for " + part("owner") + " by ";
            for (String date : List.of("2026-06-30", "2026-05-31")) {
                scene.says(by(expiry.field()), expiry.field(), date + "T22:00:00Z");
                assertThat(scene.lines(expiry.kind()))
                        .containsExactly(owed + date.substring(5) + " 18:00, " + outline.route(expiry.ladder()));
            }
            List<Obligation> open =
                    scene.record().chart().obligations().openOf(Keys.cause(RUN), Code.of(expiry.kind()));
            Asked.holds(
                    List.of(expiry.proof()),
                    says(scene, List.of(expiry.proof())),
                    s -> s.refusals(expiry.role(), new Fulfil(open.get(0).key())));
        }
    }

    String by(String field) {
        return outline.everythingAsked().stream()
                .filter(a -> a.field().equals(field))
                .findFirst()
                .orElseThrow()
                .suppliers()
                .get(0);
    }

    @Test
    void eachFieldHoldsWhatItMustAndAllElseIsWords() {
        Scene scene = opened();
        outline.everythingAsked().forEach(asked -> {
            String must = outline.holds().getOrDefault(asked.field(), "words");
            List<String> fitting =
                    switch (must) {
                        case "words" -> List.of("everybody", "supervisor", "2026-03-02T15:00:00Z");
                        case "a role" -> List.of(part("owner"), part("closes"));
                        case "an instant ahead" ->
                            List.of(
                                    scene.now().toString(),
                                    scene.now().plusNanos(1).toString());
                        case "an instant gone by" ->
                            List.of(
                                    scene.now().toString(),
                                    scene.now().minusNanos(1).toString());
                        default ->
                            linked(must)
                                    .map(risks -> risks.stream()
                                            .map(risk -> "first-call=" + risk + ",second-call=" + risk)
                                            .toList())
                                    .orElseGet(() -> List.of(must.split(" ")));
                    };
            fitting.forEach(said -> assertThat(says(scene, asked, said))
                    .as(asked.field() + " " + said)
                    .isEmpty());
            assertThat(misfits(scene, must).stream()
                            .map(said -> why(says(scene, asked, said)))
                            .toList())
                    .as(asked.field())
                    .isEqualTo(
                            switch (must) {
                                case "words" -> List.of();
                                case "a role" -> List.of("NAME_UNKNOWN " + roles());
                                case "an instant ahead" -> List.of("NOT_AN_INSTANT", "DUE_IN_THE_PAST");
                                case "an instant gone by" -> List.of("NOT_AN_INSTANT", "IN_THE_FUTURE");
                                default ->
                                    linked(must)
                                            .map(risks -> Collections.nCopies(4, "NAME_UNKNOWN " + risks))
                                            .orElseGet(() -> List.of("NAME_UNKNOWN " + List.of(must.split(" "))));
                            });
        });
    }

    private List<Code> roles() {
        return pathway.roles().stream().map(RoleDescription::code).toList();
    }

    private static List<String> misfits(Scene scene, String must) {
        return switch (must) {
            case "words" -> List.of();
            case "an instant ahead" ->
                List.of("everybody", scene.now().minusNanos(1).toString());
            case "an instant gone by" ->
                List.of("everybody", scene.now().plusNanos(1).toString());
            default ->
                linked(must)
                        .map(risks -> List.of("42", risks.get(0), "call=" + risks.get(0) + ", 42", "call=everything"))
                        .orElseGet(() -> List.of("everybody"));
        };
    }

    /** What each thing that counts may be linked to, where that is asked for. */
    private static Optional<List<String>> linked(String must) {
        String each = "each linked to ";
        return must.startsWith(each)
                ? Optional.of(List.of(must.substring(each.length()).split(" ")))
                : Optional.empty();
    }

    private static List<Refusal> says(Scene scene, Asked asked, String words) {
        return scene.refusals(asked.suppliers().get(0), Scene.fact(asked.field(), words));
    }

    /** The reason, and what could be said instead. */
    private static String why(List<Refusal> refusals) {
        assertThat(refusals).hasSize(1);
        List<Code> instead = refusals.get(0).names();
        return refusals.get(0).code() + (instead.isEmpty() ? "" : " " + instead);
    }
}
