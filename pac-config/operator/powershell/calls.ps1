# The operating custom APIs (Solution/src/customapis): each call does a bounded piece of work and returns where to go on.

# Calls again with the token returned until that is empty; prints reports as they come and returns the sums of the answers' numbers.
function Invoke-UntilDone([string] $Name, $Body, [string] $Command) {
    if ($DryRun) {
        Write-Text call.dry $Name, (ConvertTo-Body $Body)
        Stop-Quietly
    }
    $script:Resume = $Command
    $totals = [ordered]@{}
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    for ($calls = 1; ; $calls++) {
        if ($FromToken) { $Body.ContinuationToken = $FromToken }
        $answer = Invoke-Org POST $Name (ConvertTo-Body $Body)
        foreach ($figure in Get-Figures $answer) { $totals[$figure.Key] = $figure.Value + ($totals[$figure.Key] ?? 0) }
        if ($answer['Report']) { [Console]::Out.WriteLine($answer.Report) }
        $script:FromToken = $answer['ContinuationToken']
        if (-not $FromToken) { break }
        Write-Text call.progress $Name, $calls, (Format-Figures $answer), $FromToken
        if ($null -ne $Timeout -and $watch.Elapsed.TotalSeconds -ge $Timeout) { Stop-Run 5 call.timeout $Timeout, $Resume, $FromToken }
    }
    Write-Text call.summary $Name, $calls, (Format-Figures $totals)
    $totals
}

function Get-Figures($Answer) {
    $Answer.GetEnumerator() | Where-Object { $_.Value -is [long] -or $_.Value -is [decimal] }
}

function Format-Figures($Answer) {
    (Get-Figures $Answer | ForEach-Object { "$($_.Key) $($_.Value)" }) -join ', '
}

function Invoke-Sweep {
    Invoke-UntilDone wl_RunDailySweep ([ordered]@{}) 'operator.ps1 sweep' | Out-Null
}

function Invoke-Reconcile {
    $body = [ordered]@{}
    if ($Opportunity) { $body.OpportunityKey = $Opportunity }
    Invoke-UntilDone wl_Reconcile $body 'operator.ps1 reconcile' | Out-Null
}

function Invoke-Recompute {
    $body = [ordered]@{}
    $command = 'operator.ps1 recompute'
    if ($From) { $body.From = $From; $command += " --from $From" }
    if ($To) { $body.To = $To; $command += " --to $To" }
    $totals = Invoke-UntilDone wl_RecomputeRollups $body $command
    if ($totals['Drifted']) { Stop-Run 3 call.drift $totals['Drifted'] }
}
