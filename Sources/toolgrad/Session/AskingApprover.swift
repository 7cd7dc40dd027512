import Engine
import Explorer

/// Asks the curator in the explorer whether a call may be made, and waits for the answer.
///
/// As long as no explorer is attached, and once it is gone, nothing is allowed.
actor AskingApprover: Approver {
    private var inbox: Inbox?
    private var waiting: [Int: CheckedContinuation<ApprovalAnswer, Never>] = [:]
    private var last = 0

    private static let nobody = ApprovalAnswer.denied(reason: "Nobody was there to allow the call.")

    func attach(_ inbox: Inbox) { self.inbox = inbox }

    func answer(_ request: ApprovalRequest) async -> ApprovalAnswer {
        guard let inbox, !Task.isCancelled else { return Self.nobody }
        last += 1
        let number = last
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                waiting[number] = waiter
                inbox.post(.approvalAsked(ApprovalQuestion(id: number, request: request)))
            }
        } onCancel: {
            Task { await self.withdraw(number) }
        }
    }

    /// The curator's word.
    func take(_ answer: ApprovalAnswer, to number: Int) {
        waiting.removeValue(forKey: number)?.resume(returning: answer)
    }

    /// The explorer is gone, and everything that waits is denied.
    func detach() {
        inbox = nil
        for waiter in waiting.values { waiter.resume(returning: Self.nobody) }
        waiting = [:]
    }

    private func withdraw(_ number: Int) {
        guard let waiter = waiting.removeValue(forKey: number) else { return }
        waiter.resume(returning: Self.nobody)
        inbox?.post(.approvalWithdrawn(number))
    }
}
