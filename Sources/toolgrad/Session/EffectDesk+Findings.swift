import DatasetStore
import Engine
import Review

extension EffectDesk {
    /// Lets the checks look at every finished sample that they have not seen as it stands, a few at a time; so that
    /// lists can be filtered and sorted by what they found.
    nonisolated func watchFindings() async {
        guard dataset.mode == .readWrite else { return }
        while !Task.isCancelled, ((try? await dataset.indexMissing(limit: 20)) ?? 0) > 0 { inbox.post(.listChanged) }
        var damaged: Set<SampleID> = []
        while !Task.isCancelled {
            let count = (try? await noteSomeFindings(&damaged)) ?? 0
            if count > 0 { inbox.post(.listChanged) }
            try? await Task.sleep(for: count > 0 ? .milliseconds(20) : .seconds(1))
        }
    }

    /// Looks at some samples and says how many; those that cannot be read are told once, and left out from then on.
    private nonisolated func noteSomeFindings(_ damaged: inout Set<SampleID>) async throws -> Int {
        let waiting = try await dataset.samplesWithoutFindings(limit: 20 + damaged.count)
        let samples = waiting.filter { !damaged.contains($0) }
        for sample in samples where !Task.isCancelled {
            do throws(DatasetError) { try await dataset.lookAt(sample) } catch {
                guard case .damaged = error else { throw error }
                damaged.insert(sample)
                inbox.post(.failed("\(sample) cannot be checked: \(error)"))
            }
        }
        return samples.count
    }
}
