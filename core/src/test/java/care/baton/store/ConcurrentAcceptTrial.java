package care.baton.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import care.baton.evidence.Entry;
import care.baton.party.RecordId;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Two persons of the receiver accept at once, and the sender withdraws: Lincheck tries the orders in which their steps
 * can fall, and each must come out as if they had come one after the other. No part of the test command, but of the
 * profile {@code lincheck}; {@code -Dbaton.interleavings=N} tries N orders of each scenario, and
 * {@code -Dbaton.scenarios=N} draws N of them.
 */
class ConcurrentAcceptTrial {

    private static final int ORDERS = Integer.getInteger("baton.interleavings", 20);
    private static final int SCENARIOS = Integer.getInteger("baton.scenarios", 1);

    /** What is run at once, and what it is compared with when it is run one after the other. */
    public static class Parties {

        private final OfferedRecord record;

        public Parties() {
            this(new HeldRecordStore());
        }

        Parties(RecordStore store) {
            record = new OfferedRecord(store);
        }

        @Operation(runOnce = true)
        public String annaAccepts() {
            return record.accept(OfferedRecord.ANNA, "anna");
        }

        @Operation(runOnce = true)
        public String benAccepts() {
            return record.accept(OfferedRecord.BEN, "ben");
        }

        @Operation(runOnce = true)
        public String senderWithdraws() {
            return record.withdraw("withdraw");
        }

        @Operation
        public String owner() {
            return record.owner();
        }
    }

    /** The same over a store that looks at the version, lets others pass, and then stores. */
    public static class PartiesOnAFaultyStore extends Parties {

        public PartiesOnAFaultyStore() {
            super(new HeldRecordStore() {
                @Override
                public Stored append(RecordId record, long expectedVersion, List<Entry> entries) {
                    return load(record).size() == expectedVersion || expectedVersion == 0
                            ? super.append(record, load(record).size(), entries)
                            : Stored.CONFLICT;
                }
            });
        }
    }

    @Test
    void inEveryOrderTriedItIsAsIfOneHadComeAfterTheOther() {
        modelChecking().check(Parties.class);
    }

    @Test
    void underLoadItIsAsIfOneHadComeAfterTheOther() {
        new StressOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(ORDERS)
                .threads(2)
                .actorsPerThread(2)
                .check(Parties.class);
    }

    @Test
    void aStoreThatLetsOthersPassBetweenLookingAndStoringIsFoundOut() {
        assertThatThrownBy(() -> modelChecking()
                        .iterations(5)
                        .minimizeFailedScenario(false)
                        .check(PartiesOnAFaultyStore.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    /** Only the host and the store are taken apart: what they call is values. */
    private static ModelCheckingOptions modelChecking() {
        return new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(ORDERS)
                .threads(2)
                .actorsPerThread(2)
                .addGuarantee(forClasses(name -> !name.startsWith("care.baton.store."))
                        .allMethods()
                        .ignore());
    }
}
