package care.baton.record;

import static care.baton.record.HomeStart.RUN;

import java.util.List;

/** Whose time the waiting on a run was, one line for each piece: the role, the hours, for what. */
final class Charges {

    private Charges() {}

    static Waiting waiting(RecordFixture run) {
        return run.record()
                .waiting(RUN, run.now(), HomeStart.rules(), CauseRules.standard())
                .orElseThrow();
    }

    static List<String> of(RecordFixture run) {
        return waiting(run).pieces().stream().map(Charges::line).toList();
    }

    static String line(Wait piece) {
        return piece.holder().map(h -> h.role().value()).orElse("nobody") + " "
                + piece.length().toHours() + " " + piece.key().kind();
    }
}
