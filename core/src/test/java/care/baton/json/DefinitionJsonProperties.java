package care.baton.json;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Described;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.pathway.Attachment;
import care.baton.pathway.Duty;
import care.baton.pathway.HandoffTerms;
import care.baton.pathway.Label;
import care.baton.pathway.Ladder;
import care.baton.pathway.Pathway;
import care.baton.pathway.RoleDescription;
import care.baton.pathway.Rung;
import care.baton.pathway.Stage;
import care.baton.pathway.UnsoundPathwayException;
import care.baton.store.Cast;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DefinitionJsonProperties {

    private static final Pathway PLAIN = Cast.pathway(Cast.resource("/golden/pathway.json"));

    private static final List<String> FORMS = List.of("sbar", "i-pass", "any");

    @Property(tries = 300)
    void anySoundPathwayComesBackAsItWas(@ForAll long seed) {
        Pathway pathway = pathway(new SplittableRandom(seed), PLAIN.roles());

        Pathway read = Cast.pathway(Json.write(pathway));

        assertThat(read).isEqualTo(pathway);
        assertThat(read.hash()).isEqualTo(pathway.hash());
        assertThat(Json.write(read)).isEqualTo(Json.write(pathway));
    }

    @Property(tries = 300)
    void aPathwayThatLostARoleIsRefusedForEveryPlaceThatNamesIt(@ForAll long seed) {
        List<RoleDescription> roles = new ArrayList<>(PLAIN.roles());
        RoleDescription lost = roles.remove(new SplittableRandom(seed).nextInt(roles.size()));
        List<RoleDescription> all = new ArrayList<>(roles);
        all.add(lost);
        String text = Json.write(pathway(new SplittableRandom(seed), all));
        String without = text.replace("," + Json.write(lost), "");

        List<String> read = Json.readDefinition(Pathway.class, without).refusals().stream()
                .map(Refusal::path)
                .toList();

        assertThat(without).isNotEqualTo(text);
        assertThat(read).isEqualTo(faults(new SplittableRandom(seed), roles));
    }

    private static List<String> faults(SplittableRandom random, List<RoleDescription> roles) {
        try {
            pathway(random, roles);
            return List.of();
        } catch (UnsoundPathwayException unsound) {
            return unsound.faults().stream()
                    .map(fault -> "definition/" + fault.path())
                    .toList();
        }
    }

    /** The plain one with other words, rules, rungs, terms and stages. */
    private static Pathway pathway(SplittableRandom random, List<RoleDescription> roles) {
        List<Rung> rungs = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            Code role = PLAIN.roles().get(random.nextInt(6)).code();
            rungs.add(new Rung(Duration.ofHours(9L * (9 - i)), role, fixed(random)));
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < PLAIN.stages().size(); i++) {
            stages.add(stage(random, PLAIN.stages().get(i)));
        }
        return new Pathway(
                PLAIN.id(),
                random.nextInt(1, 99),
                (Label) AnyRecord.of(Described.of(Label.class), random),
                PLAIN.owner(),
                roles,
                PLAIN.responsibilities(),
                stages,
                List.of(new Ladder(Code.of("usual"), rungs, fixed(random))),
                terms(random, PLAIN.handoff()),
                PLAIN.guide(),
                PLAIN.review(),
                PLAIN.closure(),
                PLAIN.flags(),
                random.nextBoolean() ? PLAIN.waivers() : List.of(),
                random.nextBoolean() ? PLAIN.notices() : List.of(),
                random.nextBoolean() ? PLAIN.evidence() : List.of());
    }

    private static Stage stage(SplittableRandom random, Stage plain) {
        List<Duty> duties = plain.duties().stream()
                .map(duty -> new Duty(duty.kind(), duty.role(), due(random), duty.ladder(), duty.proof()))
                .toList();
        return new Stage(
                plain.code(),
                plain.owner(),
                Code.of(FORMS.get(random.nextInt(FORMS.size()))),
                plain.evidence(),
                due(random),
                due(random),
                plain.ladder(),
                plain.reviewer(),
                plain.fields(),
                plain.gates(),
                duties);
    }

    private static HandoffTerms terms(SplittableRandom random, HandoffTerms plain) {
        return new HandoffTerms(
                fixed(random),
                fixed(random),
                fixed(random),
                fixed(random),
                Duration.ofMinutes(random.nextInt(500)),
                random.nextInt(1, 9),
                plain.ladder(),
                fixed(random),
                random.nextBoolean(),
                random.nextBoolean() ? plain.urgentLook() : Optional.empty(),
                plain.jointLatest(),
                plain.reasons(),
                random.nextBoolean() ? Optional.of(fixed(random)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(fixed(random)) : Optional.empty(),
                random.nextBoolean()
                        ? List.of(new Attachment(Code.of("home-care"), List.of(Code.of("laboratory-results"))))
                        : List.of());
    }

    private static DueRule fixed(SplittableRandom random) {
        DueRule rule = due(random);
        return rule instanceof BeforeVisits v ? new Elapsed(v.latest()) : rule;
    }

    private static DueRule due(SplittableRandom random) {
        List<Described> rules = Described.family(DueRule.class);
        return (DueRule) AnyRecord.of(rules.get(random.nextInt(rules.size())), random);
    }
}
