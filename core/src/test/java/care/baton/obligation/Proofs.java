package care.baton.obligation;

import care.baton.evidence.Covered;
import care.baton.evidence.Evidence;
import care.baton.evidence.EvidenceEvent;
import care.baton.evidence.EvidenceEvent.ApprovalGiven;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.EvidenceEvent.FlagRaised;
import care.baton.evidence.EvidenceEvent.WaiverGranted;
import care.baton.evidence.Flag;
import care.baton.evidence.Grade;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.pathway.Need;
import care.baton.pathway.Need.ApprovalNeed;
import care.baton.pathway.Need.DutyNeed;
import care.baton.pathway.Need.FieldNeed;
import care.baton.pathway.Need.StageNeed;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known in a test, and how more comes to be known.
 *
 * @param evidence what is known
 * @param duties the work that is done
 * @param stages the stages that other runs have left, each as {@code pathway/stage}
 */
record Proofs(Evidence evidence, List<Code> duties, List<String> stages) implements Known {

    static final Instant NOW = Instant.parse("2024-03-04T09:00:00Z");
    static final Code SUPERVISOR = Code.of("supervisor");
    static final Code NURSE = Code.of("nurse-consultant");
    static final Code APPROVAL = Code.of("supervisor-approval");
    static final Code MEDICATION = Code.of("medication-change");
    static final Code UNCERTAIN = Code.of("medication-uncertainty");
    static final Code UNSAFE = Code.of("unsafe-mobility-support");
    static final Code STAFFING = Code.of("confirm-staff-availability");
    static final Code OTHER_PATHWAY = Code.of("authorization");
    static final Code OTHER_STAGE = Code.of("review");
    static final Code OTHER_DONE = Code.of("authorization-reviewed");

    static final Need FIELD = new FieldNeed(MEDICATION, List.of(NURSE), Grade.RECORDED, false);
    static final Need APPROVED = new ApprovalNeed(APPROVAL, List.of(SUPERVISOR), List.of(UNCERTAIN, UNSAFE));
    static final Need DUTY = new DutyNeed(STAFFING, List.of(Code.of("scheduler")));
    static final Need STAGE = new StageNeed(OTHER_DONE, List.of(Code.of("case-manager")), OTHER_PATHWAY, OTHER_STAGE);
    static final List<Need> ALL = List.of(FIELD, APPROVED, DUTY, STAGE);

    static final Code RUN = Code.of("run-1");

    static Proofs none() {
        return new Proofs(Evidence.nothing(), List.of(), List.of());
    }

    @Override
    public Code run() {
        return RUN;
    }

    @Override
    public boolean done(Code duty) {
        return duties.contains(duty);
    }

    @Override
    public boolean left(Code pathway, Code stage) {
        return stages.contains(pathway + "/" + stage);
    }

    Proofs with(Code role, Instant at, EvidenceEvent event) {
        Holder by = Holder.of(OrganizationId.of("provider"), role);
        Act act = Act.of(CommandId.of("c1"), by, Stamp.at(at));
        return new Proofs(evidence.evolve(act, event), duties, stages);
    }

    Proofs says(Code field, String words, Grade grade) {
        Sensitive value = words.isEmpty() ? Sensitive.none() : Sensitive.of(words);
        return with(
                NURSE,
                NOW,
                new FactRecorded(field, evidence.nextVersion(field), value, Code.of("discharge-summary"), grade));
    }

    Proofs raises(Code flag) {
        int version = evidence.flag(flag).map(Flag::version).orElse(0) + 1;
        return with(NURSE, NOW, new FlagRaised(flag, version));
    }

    Proofs approvedBy(Code role, Covered... covers) {
        return with(role, NOW, new ApprovalGiven(APPROVAL, evidence.approvals().size() + 1, List.of(covers)));
    }

    /** The supervisor approves everything as it stands now: each warning that stands and each fact that is known. */
    Proofs approved() {
        List<Covered> flags = evidence.raised().stream()
                .map(f -> new Covered(f.code(), f.version()))
                .toList();
        Optional<Covered> fact = evidence.fact(MEDICATION).map(f -> new Covered(MEDICATION, f.version()));
        List<Covered> covers = Stream.concat(flags.stream(), fact.stream()).toList();
        return covers.isEmpty() ? this : approvedBy(SUPERVISOR, covers.toArray(Covered[]::new));
    }

    Proofs waived(Code item, Duration length) {
        return with(SUPERVISOR, NOW, new WaiverGranted(RUN, item, Code.of("bridging-plan"), NOW.plus(length)));
    }

    Proofs doing(Code duty) {
        return new Proofs(
                evidence, Stream.concat(duties.stream(), Stream.of(duty)).toList(), stages);
    }

    Proofs leaving(Code pathway, Code stage) {
        return new Proofs(evidence, duties, List.of(pathway + "/" + stage));
    }
}
