// The twelve rules in CLIPS 6.30 (Debian's libclips), embedded; events are read with simdjson.
//   clips EVENTS ACTIONS policy.clp
#include "workload.hpp"

#include <algorithm>
#include <cstdlib>

extern "C" {
#include <clips/clips.h>
void UserFunctions() {}
void EnvUserFunctions(void*) {}
}

static int fired[16], fired_count;

// What the policy calls for each rule that fired: `(emit R01)`.
extern "C" void emit(void* engine) { fired[fired_count++] = atoi(EnvRtnLexeme(engine, 1) + 1); }

int main(int count, char** arguments) {
    if (count != 4) return 2;
    FILE* out = fopen(arguments[2], "w");
    void* engine = CreateEnvironment();
    EnvDefineFunction2(engine, "emit", 'v', PTIEF emit, "emit", "11w");
    if (!EnvLoad(engine, arguments[3])) return 1;
    EnvReset(engine);
    void* form = EnvFindDeftemplate(engine, "event");
    bool done = read_events(arguments[1], [&](Event& e) {
        e.now = moment(e.time);
        if (e.action.empty()) e.action = "none";
        fired_count = 0;
        void* fact = EnvCreateFact(engine, form);
        DATA_OBJECT value;
        auto symbol = [&](const char* slot, std::string_view text) {
            SetType(value, SYMBOL);
            SetValue(value, EnvAddSymbol(engine, std::string(text).c_str()));
            EnvPutFactSlot(engine, fact, slot, &value);
        };
        auto number = [&](const char* slot, long amount) {
            SetType(value, INTEGER);
            SetValue(value, EnvAddLong(engine, amount));
            EnvPutFactSlot(engine, fact, slot, &value);
        };
        symbol("type", e.type);
        symbol("contact", e.contact);
        symbol("customer", e.customer);
        symbol("channel", e.channel);
        symbol("behaviour", e.behaviour);
        symbol("action", e.action);
        number("severity", e.severity);
        number("now", e.now);
        EnvAssert(engine, fact);
        EnvRun(engine, -1);
        std::sort(fired, fired + fired_count);
        for (int i = 0; i < fired_count; i++) write_action(out, e, fired[i]);
    });
    fclose(out);
    return done ? 0 : 1;
}
