package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A contract that nothing can break would prove nothing. */
class FaultyRecordStoreTest {

    private static final class Faulty extends RecordStoreContract {

        private final FaultyRecordStore store;

        Faulty(Fault fault) {
            this.store = new FaultyRecordStore(fault);
        }

        @Override
        protected RecordStore open() {
            return store;
        }

        @Override
        protected void dieAfter(int entries) {
            store.dieAfter(entries);
        }
    }

    @Test
    void everyFaultIsNoticedAndEveryTestOfTheContractNoticesOne() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        List<Method> idle = new ArrayList<>(contract());
        for (Fault fault : Fault.values()) {
            List<Method> red = new ArrayList<>();
            for (Method test : contract()) {
                if (fails(new Faulty(fault), test)) {
                    red.add(test);
                }
            }
            if (red.isEmpty()) {
                unnoticed.add(fault.name());
            }
            idle.removeAll(red);
        }

        assertThat(unnoticed).as("faults that no test notices").isEmpty();
        assertThat(idle).as("tests that notice no fault").isEmpty();
    }

    private static boolean fails(Faulty contract, Method test) throws IllegalAccessException {
        try {
            test.invoke(contract);
            return false;
        } catch (InvocationTargetException red) {
            return true;
        }
    }

    private static List<Method> contract() {
        List<Method> tests = Arrays.stream(RecordStoreContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(tests).hasSizeGreaterThan(6);
        return tests;
    }
}
