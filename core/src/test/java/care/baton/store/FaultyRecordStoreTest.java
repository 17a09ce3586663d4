package care.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    void everyFaultIsNoticedAndEveryTestOfTheContractNoticesOne() {
        Map<Fault, List<Method>> red = Arrays.stream(Fault.values())
                .parallel()
                .collect(Collectors.toConcurrentMap(fault -> fault, FaultyRecordStoreTest::noticing));
        List<Fault> unnoticed = Arrays.stream(Fault.values())
                .filter(fault -> red.getOrDefault(fault, List.of()).isEmpty())
                .toList();
        List<Method> idle = contract().stream()
                .filter(test -> red.values().stream().noneMatch(tests -> tests.contains(test)))
                .toList();

        assertThat(unnoticed).as("faults that no test notices").isEmpty();
        assertThat(idle).as("tests that notice no fault").isEmpty();
    }

    private static List<Method> noticing(Fault fault) {
        return contract().stream()
                .filter(test -> fails(new Faulty(fault), test))
                .toList();
    }

    private static boolean fails(Faulty contract, Method test) {
        try {
            test.invoke(contract);
            return false;
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
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
