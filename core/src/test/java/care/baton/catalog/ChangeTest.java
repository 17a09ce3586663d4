package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.pathway.Change;
import care.baton.pathway.Change.What;
import care.baton.pathway.DefinitionMutants;
import care.baton.pathway.DefinitionMutants.Mutant;
import care.baton.pathway.Pathway;
import care.baton.pathway.RoleDescription;
import care.baton.trace.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where two versions of a definition differ: every datum that decides is found, each at its own path. */
@Requirement("INT-36")
class ChangeTest {

    static List<Pathway> shipped() {
        return List.of(Referral.handoff(), PostDischarge.coordination());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aDefinitionDoesNotDifferFromItself(Pathway pathway) {
        assertThat(Change.between(pathway, pathway)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyDatumThatDecidesIsToldAtAPathThatARefusalCanNameAndTheOtherWayRound(Pathway pathway) {
        int told = 0;
        for (Mutant mutant : DefinitionMutants.of(pathway)) {
            Optional<Pathway> sound = sound(mutant, pathway).filter(p -> p.version() == pathway.version());
            if (sound.isPresent()) {
                List<Change> changes = Change.between(pathway, sound.get());
                assertThat(changes.isEmpty())
                        .as(mutant.path())
                        .isEqualTo(sound.get().hash().equals(pathway.hash()));
                assertThat(turned(Change.between(sound.get(), pathway)))
                        .as(mutant.path())
                        .containsExactlyInAnyOrderElementsOf(changes);
                changes.forEach(c -> Refusal.of(Reason.CONTENT_CHANGED, c.path()));
                told += changes.size();
            }
        }
        assertThat(told).isGreaterThan(500);
    }

    @Test
    void anotherOrderIsToldOnce() {
        Pathway pathway = Referral.handoff();
        List<RoleDescription> roles = new ArrayList<>(pathway.roles());
        Collections.reverse(roles);
        Pathway other = new Pathway(
                pathway.id(),
                pathway.version(),
                pathway.title(),
                pathway.owner(),
                roles,
                pathway.responsibilities(),
                pathway.stages(),
                pathway.ladders(),
                pathway.handoff(),
                pathway.guide(),
                pathway.review(),
                pathway.closure(),
                pathway.flags(),
                pathway.waivers(),
                pathway.notices(),
                pathway.evidence());

        assertThat(Change.between(pathway, other)).containsExactly(new Change("roles", What.REORDERED));
    }

    private static Optional<Pathway> sound(Mutant mutant, Pathway pathway) {
        try {
            return Optional.of(mutant.of(pathway));
        } catch (IllegalArgumentException unsound) {
            return Optional.empty();
        }
    }

    private static List<Change> turned(List<Change> changes) {
        return changes.stream()
                .map(c -> new Change(
                        c.path(),
                        switch (c.what()) {
                            case ADDED -> What.REMOVED;
                            case REMOVED -> What.ADDED;
                            default -> c.what();
                        }))
                .toList();
    }
}
