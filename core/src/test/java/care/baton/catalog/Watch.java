package care.baton.catalog;

import static care.baton.catalog.Scene.RUN;

import care.baton.note.Contact;
import care.baton.note.ContactCommand.RecordContact;
import care.baton.note.ContactType;
import care.baton.note.Support;
import care.baton.note.Talk;
import care.baton.outcome.Code;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Sensitive;
import care.baton.record.OnContact;
import care.baton.record.OnRisk;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Instrument;
import care.baton.risk.Measured;
import care.baton.risk.Observation;
import care.baton.risk.Pattern;
import care.baton.risk.RiskCommand;
import care.baton.risk.RiskCommand.EstablishBaseline;
import care.baton.risk.RiskCommand.RecordObservation;
import care.baton.risk.RiskCommand.RecordScore;
import care.baton.risk.RiskCommand.StateAcuity;
import care.baton.risk.Score;
import care.baton.risk.Source;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A scene in which an emerging risk is watched, by the rules that we ship. */
final class Watch {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Scene scene;
    private int told;

    private Watch(Scene scene) {
        this.scene = scene;
    }

    /** The review of an emerging risk is open, and nothing was seen yet. */
    static Watch begun() {
        Scene scene = Scene.of(EmergingRisk.review())
                .says("frontline-staff", "observed-change")
                .says("supervisor", "baseline-comparison");
        return new Watch(scene.opens("supervisor", EmergingRisk.ID));
    }

    Scene scene() {
        return scene;
    }

    Watch later(int days) {
        scene.later(Duration.ofDays(days));
        return this;
    }

    Watch does(String role, RiskCommand command) {
        scene.does(role, ask(command));
        return this;
    }

    List<Refusal> refusals(String role, RiskCommand command) {
        return scene.refusals(role, ask(command));
    }

    static OnRisk ask(RiskCommand command) {
        return new OnRisk(RUN, command);
    }

    Watch sees(String role, Source source, String subject) {
        return does(role, new RecordObservation(small(subject, source)));
    }

    /** The same, said to have been so many days ago. */
    Watch saw(String role, Source source, String subject, int daysAgo) {
        told++;
        Stamp stamp = Stamp.at(scene.now()).withOccurred(scene.now().minus(Duration.ofDays(daysAgo)));
        Act act = Act.of(CommandId.of("told-" + told), Scene.seat(role), stamp);
        scene.does(act, ask(new RecordObservation(small(subject, source))));
        return this;
    }

    /** Nobody doubts it: one of it is enough. */
    static Observation clear(String subject, Source source) {
        Observation small = small(subject, source);
        return new Observation(
                small.subject(),
                small.source(),
                small.baseline(),
                false,
                1,
                small.measured(),
                small.effort(),
                small.change(),
                small.visit(),
                small.words());
    }

    static Observation small(String subject, Source source) {
        return Observation.small(Code.of(subject), source, Sensitive.of("words"));
    }

    Watch usual(String subject, long value, String unit) {
        return does(
                "supervisor",
                new EstablishBaseline(new Baseline(
                        Code.of(subject),
                        Optional.of(Measured.of(value, unit)),
                        Sensitive.of("words"),
                        Code.of("file"))));
    }

    /** Read against what is usual, where that is known. */
    Watch reads(String subject, long value, String unit) {
        Observation figure = Observation.figure(Code.of(subject), Measured.of(value, unit));
        boolean known = scene.record().risks().baseline(Code.of(subject)).isPresent();
        return does("frontline-staff", new RecordObservation(known ? figure.against(1) : figure));
    }

    Watch lace(int points) {
        return does("supervisor", new RecordScore(new Score(Instrument.LACE, points, Code.of("hospital"), TODAY)));
    }

    Watch acuity(Acuity acuity) {
        return does("supervisor", new StateAcuity(acuity, Code.of("assessment")));
    }

    Watch contact(ContactType kind, String topic, String with, int minutes) {
        scene.does(
                "scheduler",
                new OnContact(new RecordContact(new Contact(
                        Optional.of(Code.of(topic)),
                        kind,
                        Talk.with(Scene.seat(with), Channel.PHONE),
                        minutes,
                        Support.unsaid(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(RUN)))));
        return this;
    }

    /** Every pattern that one rule has raised. */
    List<Pattern> found(String rule) {
        return scene.record().risks().patterns().stream()
                .filter(p -> p.detection().rule().equals(Code.of(rule)))
                .toList();
    }

    List<Pattern> found() {
        return scene.record().risks().patterns();
    }
}
