package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Claims.Claim;
import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.partner.Selection;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of every state of an offer, over every status that its Task may have, for either side and each kind of partner: with
 * all our extensions taken off, what we would write claims the same or less than is so.
 */
@Execution(ExecutionMode.CONCURRENT)
class WeakestClaimTest {

    private static final Map<String, Negotiation> STATES = OfferStates.all(PartnerProfiles.plainR4());

    static Stream<PartnerProfile> partners() {
        PartnerProfile plain = PartnerProfiles.plainR4();
        Channels c = plain.channels();
        Channels selecting = new Channels(
                c.clarification(), c.proposal(), Selection.INTENT_PROPOSAL, c.respondBy(), c.restriction());
        return Stream.concat(
                PartnerProfiles.all().stream(),
                Stream.of(plain.toBuilder().channels(selecting).build()));
    }

    @Test
    void everyStateAnswerAndCourseIsAmongThem() {
        Set<String> states = new TreeSet<>();
        Set<String> answers = new TreeSet<>();
        Set<Course> courses = new TreeSet<>();
        for (Negotiation talks : STATES.values()) {
            courses.add(talks.course());
            for (Offer offer : talks.offers().values()) {
                states.add(offer.state().getClass().getSimpleName());
                offer.intended()
                        .ifPresent(i -> answers.add(i.answer().getClass().getSimpleName()));
            }
        }

        assertThat(states).containsExactlyInAnyOrderElementsOf(names(OfferState.class));
        assertThat(answers).containsExactlyInAnyOrderElementsOf(names(Answer.class));
        assertThat(courses).containsExactlyInAnyOrder(Course.values());
        assertThat(STATES).hasSizeGreaterThan(500);
    }

    private static List<String> names(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    @Promise(16)
    @ParameterizedTest
    @MethodSource("partners")
    void aPlainReaderBelievesTheSameOrLess(PartnerProfile profile) {
        List<String> stronger = new ArrayList<>();
        Set<String> looked = new TreeSet<>();
        int written = 0;
        for (Map.Entry<String, Negotiation> state : STATES.entrySet()) {
            for (Offer offer : state.getValue().offers().values()) {
                for (Endpoint endpoint : List.of(Two.senders(profile), Two.receivers(profile))) {
                    Optional<Stance> stance = Stance.of(state.getValue(), offer, endpoint)
                            .filter(s -> looked.add(s.sends() + OfferStates.cell(s)));
                    for (TaskStatus status : profile.lifecycle().statuses()) {
                        Optional<String> what = stance.flatMap(s -> claimed(s, status));
                        written += what.isPresent() ? 1 : 0;
                        what.filter(w -> !w.isEmpty())
                                .ifPresent(w -> stronger.add(state.getKey() + " offer " + offer.number() + " "
                                        + endpoint.own().role() + " over " + status + ": " + w));
                    }
                }
            }
        }

        assertThat(stronger).isEmpty();
        assertThat(written).isGreaterThan(500);
    }

    /** What a write from there claims too much; an empty word when it claims no more than is so, nothing when none is made. */
    private static Optional<String> claimed(Stance stance, TaskStatus status) {
        ObjectNode tree = Writing.task(
                        stance.sender(), Optional.of(Two.START), Optional.empty(), Links.none(), Two.START)
                .tree();
        tree.put("id", "t1").put("status", status.code()).putObject("meta").put("versionId", "7");
        SeenTask task = SeenTask.of(FhirJson.of(tree), Optional.empty());
        Link link = Link.unknown(stance.key()).at("t1", "7", tree.toString(), Two.START);
        Face face = stance.face(link, task);
        if (stance.stands(task, face) || !stance.writable(task, face)) {
            return Optional.empty();
        }
        Optional<TaskStatus> step = stance.next(task, face);
        Face next = step.isPresent() && !step.equals(face.status()) ? face.onlyAt(step.get()) : face;
        FhirJson body = TaskEdit.of(task.json(), next, stance, "c", Optional.empty(), Two.START)
                .orElseThrow();
        Claim before = Claims.plain(task.json(), stance.endpoint());
        Claim after = Claims.plain(body, stance.endpoint());
        Claim most = Claims.most(stance);
        boolean kept = next.status().isEmpty() || next.status().equals(Optional.of(status));
        boolean same = kept && after.compareTo(before) <= 0;
        return Optional.of(same || after.compareTo(most) <= 0 ? "" : after + " where " + most + " is so");
    }
}
